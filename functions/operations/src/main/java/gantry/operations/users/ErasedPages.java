package gantry.operations.users;

import gantry.precompute.ForgetPages;
import gantry.precompute.Subject;
import jakarta.inject.Singleton;

/** Pages built ahead that may still show who is erased. */
@Singleton
final class ErasedPages {
  private final ForgetPages pages;

  ErasedPages(ForgetPages pages) {
    this.pages = pages;
  }

  /** The next readers find what PostgreSQL has. */
  void forget(Person person) {
    pages.ofTenant("discover", person.tenant());
    pages.ofUser("dashboard", new Subject(person.tenant(), person.userId()));
  }
}
