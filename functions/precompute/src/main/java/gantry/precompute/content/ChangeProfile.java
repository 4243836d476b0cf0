package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Changes what others see of a person. */
@Singleton
final class ChangeProfile {
  private final PostgresCreatorStore store;
  private final OwnWrites ownWrites;
  private final Transactions transactions;

  ChangeProfile(PostgresCreatorStore store, OwnWrites ownWrites, Transactions transactions) {
    this.store = store;
    this.ownWrites = ownWrites;
    this.transactions = transactions;
  }

  /** What is null stays. */
  Creator change(Person person, @Nullable String name, @Nullable String bio) {
    return transactions.inTransaction(() -> {
      var _ = store.ensure(person.tenant(), person.id());
      if (name != null) {
        var _ = store.setName(person.tenant(), person.id(), name, RealName.is(name));
      }
      if (bio != null) {
        var _ = store.setBio(person.tenant(), person.id(), bio);
      }
      ownWrites.concern(person.tenant(), person.id());
      return store.find(person.tenant(), person.id()).orElseThrow();
    });
  }
}
