package gantry.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import gantry.postgres.DatabaseFailure;
import gantry.testing.Fault;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeferralsTest {
  private final TestModule module;

  DeferralsTest() throws SQLException {
    module = new TestModule();
  }

  /** The first write of a process takes a second on a busy machine: no test is about that. */
  @BeforeAll
  static void load() throws SQLException {
    try (var module = new TestModule()) {
      module.heal();
    }
  }

  @AfterEach
  void close() {
    module.close();
  }

  @Test
  void whileTheDatabaseIsThereAWriteIsDoneAtOnce() throws SQLException {
    assertThat(module.write("s", "a")).isEqualTo(new Deferral.Done<>(1));

    assertThat(module.notes()).containsExactly("a");
    assertThat(module.waiting()).isEmpty();
  }

  @Test
  void whileItIsAwayWritesWaitAndAreDoneOnceInTheirOrder() throws SQLException {
    module.network.inject(Fault.refuse());
    assertThat(module.write("s", "a")).isInstanceOf(Deferral.Deferred.class);
    assertThat(module.write("t", "b")).isInstanceOf(Deferral.Deferred.class);
    var waiting = module.waiting();
    assertThat(waiting).hasSize(2);

    assertThat(module.apply(waiting)).isEqualTo(2);
    assertThat(module.notes()).isEmpty();

    module.heal();
    assertThat(module.apply(waiting)).isZero();
    assertThat(module.apply(waiting)).isZero();
    assertThat(module.notes()).containsExactly("a", "b");
  }

  @Test
  void aWriteThatCameLaterToTheSameSubjectIsNotUndone() throws SQLException {
    module.network.inject(Fault.refuse());
    module.write("s", "older");
    module.heal();
    assertThat(module.write("s", "newer")).isInstanceOf(Deferral.Done.class);

    assertThat(module.apply(module.waiting())).isZero();

    assertThat(module.notes()).containsExactly("newer");
  }

  @Test
  void aCommitOfUnknownOutcomeIsDeferredAndFoundByItsId() throws SQLException {
    module.write("s", "first");
    module.network.injectOnce(Fault.loseReplyTo("COMMIT"));

    assertThat(module.write("s", "a")).isInstanceOf(Deferral.Deferred.class);

    assertThat(module.apply(module.waiting())).isZero();
    assertThat(module.notes()).containsExactly("a", "first");
  }

  @Test
  void whatTheDatabaseRefusesIsRefused() {
    module.write("s", "a");

    var thrown = catchThrowable(() -> module.write("s", "a"));

    assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.CONSTRAINT);
    assertThat(module.waiting()).isEmpty();
  }

  @Test
  void withoutDatabaseAndQueueNothingIsPromised() {
    module.network.inject(Fault.refuse());
    module.deleteQueue();

    assertThatThrownBy(() -> module.write("s", "a")).hasMessageContaining("queue");
  }
}
