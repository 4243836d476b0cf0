package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gantry.lambda.Deadline;
import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that stops answering and comes back: the worst kind, because it remembers requests. */
class HangingServerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** What each session allows a statement anyhow. */
  private static final Duration WITHOUT_DEADLINE = Duration.ofSeconds(4);

  private static final PostgresServer SERVER =
      PostgresServer.start(Path.of("target", "servers", "hanging"), 0);

  private final String url = SERVER.newDatabase();
  private final Notes notes = Notes.open(url, Map.of("database.deadline", DEADLINE.toString()));

  @BeforeAll
  static void load() {
    Notes.load();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void create() {
    Notes.create(SERVER, url);
    notes.write("first");
  }

  @AfterEach
  void close() {
    SERVER.resume();
    notes.close();
  }

  @Test
  void aCommitThatItReadsTooLateHasNoEffect() {
    var thrown =
        inTime(() ->
            notes
                .transactions()
                .inTransaction(() -> {
                  notes.insert("late");
                  SERVER.pause();
                  return 1;
                }));

    assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
    assertNothingComesLater();
  }

  @Test
  void aStatementThatItReadsTooLateHasNoEffect() {
    var thrown =
        inTime(() ->
            notes
                .transactions()
                .inTransaction(() -> {
                  notes.count();
                  SERVER.pause();
                  return notes.insert("late");
                }));

    assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.UNREACHABLE);
    assertNothingComesLater();
  }

  @Test
  void aStatementOutsideATransactionHasNoEffectThatLateEither() {
    SERVER.pause();

    var thrown = inTime(() -> Deadline.within(DEADLINE, () -> notes.insert("late")));

    assertThat(DatabaseFailure.of(thrown).filter(DatabaseFailure::passes)).isPresent();
    assertNothingComesLater();
  }

  @Test
  void aTransactionThatFindsItHangingIsToldInTime() {
    SERVER.pause();

    var thrown = inTime(() -> notes.write("late"));

    assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.UNREACHABLE);
    assertNothingComesLater();
  }

  /** Only an instant is left for its answer: a busy machine needs more than one try. */
  @Test
  void aStatementThatTakesTooLongIsCancelledOnTheServer() {
    Eventually.within(
        Duration.ofMinutes(1),
        () ->
            assertThat(DatabaseFailure.of(inTime(this::writeForAges)))
                .contains(DatabaseFailure.TOO_SLOW));
    assertNothingComesLater();
  }

  private void writeForAges() {
    notes
        .transactions()
        .inTransaction(() -> notes.execute("INSERT INTO notes SELECT 'late' FROM pg_sleep(60)"));
  }

  private static Throwable inTime(ThrowingCallable call) {
    var start = Instant.now();
    var thrown = catchThrowable(call);
    assertThat(Duration.between(start, Instant.now())).isLessThan(WITHOUT_DEADLINE);
    return thrown;
  }

  /** Every session of the function ends, and then the table is what it was. */
  private void assertNothingComesLater() {
    SERVER.resume();
    notes.close();
    Eventually.within(
        Duration.ofSeconds(10),
        () ->
            Notes.run(
                SERVER,
                url,
                "SELECT 1 / CAST(count(*) = 0 AS integer) FROM pg_stat_activity WHERE"
                    + " application_name = 'gantry' AND datname = current_database()"));
    assertThat(Notes.countOn(SERVER, url)).isEqualTo(1);
  }
}
