package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A commit that began in time, and whose answer comes when the time is over. */
class LateAnswerTest {
  /** It sleeps until it is asked to cancel, at the end of the time, and does not. */
  private static final String COMMIT_LATE =
      """
      CREATE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_sleep(60);
        RETURN NULL;
      EXCEPTION WHEN query_canceled THEN
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER late AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION sleep()
      """;

  @BeforeAll
  static void load() {
    Notes.load();
  }

  /** Where a busy machine takes longer to answer, nobody knows: then once more. */
  @Test
  void isNoFailure() {
    var server = PostgresServer.shared();
    var url = server.newDatabase();
    Notes.create(server, url);
    Notes.run(server, url, COMMIT_LATE);
    try (var notes = Notes.open(url, Map.of("database.deadline", "PT1S"))) {
      Eventually.within(Duration.ofSeconds(30), () -> notes.write(UUID.randomUUID().toString()));
    }

    assertThat(Notes.countOn(server, url)).isPositive();
  }
}
