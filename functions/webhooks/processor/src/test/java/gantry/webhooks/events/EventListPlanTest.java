package gantry.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.TestProcessor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventListPlanTest {
  private static final TestProcessor PROCESSOR = TestProcessor.start();

  private static final String FILL =
      """
      WITH filled AS (
        INSERT INTO webhooks.events
          (id, provider, mode, identity, type, resource, message_group, body, sha256, headers, state,
           received_at, stored_at, decided_at)
        SELECT gen_random_uuid(), CASE WHEN n % 1000 = 0 THEN 'github' ELSE 'stripe' END, 'live', n,
               CASE WHEN n % 1000 = 1 THEN 'rare' ELSE 'usual' END, 'r' || n % 5000, 'g', '', '',
               '{}', CASE WHEN n % 1000 = 2 THEN 'FAILED' ELSE 'APPLIED' END,
               timestamptz '2026-01-01' + n * interval '1 minute', now(), now()
        FROM generate_series(1, 50000) n
        RETURNING 1)
      SELECT count(*) FROM filled
      """;

  @BeforeAll
  static void fill() {
    PROCESSOR.execute(FILL);
    PROCESSOR.execute("ANALYZE webhooks.events");
  }

  @AfterAll
  static void stop() {
    PROCESSOR.close();
  }

  @ParameterizedTest
  @CsvSource({
    "none, '', events_by_time",
    "provider, github, events_by_provider",
    "type, rare, events_by_type",
    "resource, r77, events_by_resource",
    "state, FAILED, events_by_state"
  })
  void eachFilterOfTheListReadsItsIndex(String filter, String value, String index) {
    for (var query :
        new String[] {PostgresEventStore.NEWEST_FIRST, PostgresEventStore.OLDEST_FIRST}) {
      var plan = plan(query, filter, value);

      assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }
  }

  private static String plan(String query, String filter, String value) {
    var sql = query;
    for (var name : new String[] {"provider", "state", "type", "resource"}) {
      sql = sql.replace(":" + name, name.equals(filter) ? "'" + value + "'" : "NULL");
    }
    sql =
        sql.replace(":from", "'1970-01-01Z'")
            .replace(":to", "'9999-12-31Z'")
            .replace(
                ":beforeTime, :beforeId",
                "timestamptz '9999-12-31Z', uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff'")
            .replace(
                ":afterTime, :afterId",
                "timestamptz '1970-01-01Z', uuid '00000000-0000-0000-0000-000000000000'")
            .replace(":limit", "51");
    return PROCESSOR.rows("EXPLAIN " + sql).stream()
        .map(row -> String.valueOf(row.get("QUERY PLAN")))
        .collect(Collectors.joining("\n"));
  }
}
