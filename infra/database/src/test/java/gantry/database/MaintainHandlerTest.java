package gantry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.lambda.UuidV7;
import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaintainHandlerTest {
  private static final Secrets SECRETS =
      Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), Clock.systemUTC());

  private final MutableClock clock = MutableClock.at(Instant.now());
  private final String url = PostgresServer.shared().newDatabase(Migrations::migrate);
  private final MaintainHandler handler =
      new MaintainHandler(
          Map.of("DATABASE_URL", url, "DATABASE_USER", PostgresServer.USER, "OUTBOX_KEPT", "P7D"),
          SECRETS,
          clock);

  @Test
  void onlyWhatWasPublishedLongAgoIsPurged() throws SQLException {
    execute(
        """
        INSERT INTO outbox.events
          (id, stream, aggregate_type, aggregate, sequence, type, payload, occurred_at, published_at)
        SELECT gen_random_uuid(), 's', 't', 'a', n, 'x', '{}', now() - interval '1 year',
               CASE WHEN n <= 2500 THEN now() - interval '8 days' WHEN n = 2501 THEN now() END
        FROM generate_series(1, 2502) n
        """);

    assertThat(maintain()).containsEntry("purged", 2500);
    assertThat(maintain()).containsEntry("purged", 0);
  }

  @Test
  void answersOfRequestsArePurgedWhenTheyHaveExpired() throws SQLException {
    execute(
        """
        INSERT INTO idempotency.requests
          (tenant, caller, route, key, fingerprint, claim, claimed_at, leased_until, expires_at)
        SELECT 't', 'c', 'r', n, 'f', gen_random_uuid(), now(), now(), now() + n * interval '1 minute'
        FROM generate_series(-1, 1, 2) n
        """);

    assertThat(maintain()).containsEntry("purged", 1);
  }

  @Test
  void oldBodiesKeepOnlyWhatHandlersRead() throws SQLException {
    receive("settled", "APPLIED", 91);
    receive("open", "PARKED", 91);
    receive("forgotten", "FAILED", 366);
    receive("young", "APPLIED", 89);

    assertThat(maintain()).containsEntry("retired", Map.of("bodies", 2, "followers", 0));
    assertThat(maintain()).containsEntry("retired", Map.of("bodies", 0, "followers", 0));

    assertThat(texts("SELECT identity FROM webhooks.events WHERE body_retired_at IS NOT NULL"))
        .containsExactlyInAnyOrder("settled", "forgotten");
    assertThat(
            texts(
                "SELECT convert_from(body, 'UTF8') FROM webhooks.events WHERE identity ="
                    + " 'settled'"))
        .first()
        .asString()
        .contains("\"status\" : \"active\"")
        .doesNotContain("jane");
    assertThat(texts("SELECT identity FROM webhooks.events WHERE CAST(body AS text) = '\\x'"))
        .isEmpty();
  }

  @Test
  void whoWasErasedIsNotNamedAgainByALaterEvent() throws SQLException {
    receive("later", "APPLIED", 91);
    execute(
        """
        UPDATE webhooks.events
        SET resource_type = 'subscription', resource = 's-1',
            body = '{"data":{"object":{"metadata":{"user_id":"jane"}}}}';
        INSERT INTO webhooks.subscriptions
          (provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint, status, suspect, user_id)
        VALUES ('stripe', 'live', 's-1', now(), 0, 0, 0, '', 'active', false, 'erased:x');
        """);

    maintain();

    assertThat(texts("SELECT convert_from(body, 'UTF8') FROM webhooks.events"))
        .first()
        .asString()
        .contains("erased:x")
        .doesNotContain("jane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{", "\"x\"", "{\"data\":1}x"})
  void ofWhatIsNoDocumentNothingIsLeft(String body) throws SQLException {
    assertThat(texts("SELECT CAST(webhooks.retired('stripe', '%s', NULL) AS text)".formatted(body)))
        .containsExactly("\\x");
  }

  @Test
  void followersOfOldAuditsAreDeleted() throws SQLException {
    execute(
        """
        INSERT INTO followers.audits (id, tenant, owner, creator, platform, state, created_at)
        VALUES ('00000000-0000-0000-0000-000000000001', 't', 'o', 'c', 'x', 'OPEN', now() - interval '91 days'),
               ('00000000-0000-0000-0000-000000000002', 't', 'o', 'c', 'x', 'OPEN', now() - interval '89 days');
        INSERT INTO followers.followers (audit, batch, place, verdict, name_level, handle_level, result)
        SELECT id, 0, n, 'REAL', 0, 0, '{"handle":"jane"}'
        FROM followers.audits CROSS JOIN generate_series(1, 1500) n;
        INSERT INTO followers.tallies SELECT id, 'verdict', 'REAL', 1500 FROM followers.audits;
        """);

    assertThat(maintain()).containsEntry("retired", Map.of("bodies", 0, "followers", 1500));
    execute(
        """
        INSERT INTO followers.followers (audit, batch, place, verdict, name_level, handle_level, result)
        VALUES ('00000000-0000-0000-0000-000000000001', 1, 1, 'REAL', 0, 0, '{"handle":"late"}')
        """);
    assertThat(maintain()).containsEntry("retired", Map.of("bodies", 0, "followers", 1));

    assertThat(texts("SELECT state FROM followers.audits WHERE followers_retired_at IS NOT NULL"))
        .containsExactly("CLOSED");
    assertThat(texts("SELECT count(*) FROM followers.followers")).containsExactly("1500");
    assertThat(texts("SELECT count(*) FROM followers.tallies")).containsExactly("2");
  }

  @Test
  void aPeriodOfNoTimeIsAMistakeAndDeletesNothing() {
    var mistaken =
        new MaintainHandler(
            Map.of(
                "DATABASE_URL",
                url,
                "DATABASE_USER",
                PostgresServer.USER,
                "WEBHOOK_BODIES_KEPT",
                "PT0S"),
            SECRETS,
            clock);

    assertThatThrownBy(() -> mistaken.handleRequest(Map.of(), new FakeContext()))
        .hasMessageContaining("WEBHOOK_BODIES_KEPT");
  }

  @Test
  void anIndexThatNobodyReadsIsTold() throws SQLException {
    execute("CREATE TABLE things (id integer PRIMARY KEY, name text)");
    execute("INSERT INTO things SELECT n, repeat('x', 50) || n FROM generate_series(1, 20000) n");
    execute("CREATE INDEX things_by_name ON things (name)");

    assertThat(maintain()).containsEntry("unusedIndexes", List.of("public.things_by_name"));
  }

  @Test
  void monthsAreThereBeforeTheyBeginAndGoWhenNobodyAsksForThem() throws SQLException {
    clock.set(Instant.parse("2027-01-31T23:59:59Z"));
    assertThat(maintain()).containsEntry("months", months("+2027_02", "+2027_03", "+2027_04"));
    assertThat(maintain()).containsEntry("months", List.of());

    deliver("2027-01-31T23:59:59.999Z", "2027-02-01T00:00:00Z", "2027-02-28T23:59:59.999Z");
    assertThat(partitionsInUse()).containsExactly("deliveries_2027_02:2", "deliveries_default:1");

    clock.set(Instant.parse("2027-05-01T00:00:00Z"));
    assertThat(maintain())
        .containsEntry("months", months("+2027_06", "+2027_07", "+2027_08", "-2027_02"))
        .containsEntry("purged", 1);
    assertThat(partitionsInUse()).isEmpty();
  }

  private void receive(String identity, String state, int daysAgo) throws SQLException {
    execute(
        """
        INSERT INTO webhooks.events
          (id, provider, mode, identity, message_group, body, sha256, headers, state, received_at,
           stored_at, decided_at)
        VALUES (gen_random_uuid(), 'stripe', 'live', '%s', 'g',
          '{"data":{"object":{"status":"active","customer_email":"jane@example.org"}}}', '', '{}', '%s',
          now() - interval '%d days', now(), now())
        """
            .formatted(identity, state, daysAgo));
  }

  private static List<String> months(String... changes) {
    return Arrays.stream(changes)
        .map(change -> change.charAt(0) + "webhooks.deliveries_" + change.substring(1))
        .toList();
  }

  private void deliver(String... times) throws SQLException {
    execute(
        """
        INSERT INTO webhooks.events
          (id, provider, mode, identity, message_group, body, sha256, headers, state, received_at, stored_at, decided_at)
        VALUES ('00000000-0000-0000-0000-000000000001', 'p', 'live', 'i', 'g', '', '', '{}', 'APPLIED', now(), now(), now())
        """);
    for (var time : times) {
      var id = new UuidV7(Clock.fixed(Instant.parse(time), ZoneOffset.UTC)).next();
      execute(
          "INSERT INTO webhooks.deliveries VALUES ('%s', '00000000-0000-0000-0000-000000000001', '%s')"
              .formatted(id, time));
    }
  }

  private List<String> partitionsInUse() throws SQLException {
    var partitions = new ArrayList<String>();
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT split_part(CAST(CAST(tableoid AS regclass) AS text), '.', 2) || ':' || count(*)
                FROM webhooks.deliveries
                GROUP BY tableoid
                ORDER BY 1
                """)) {
      while (rows.next()) {
        partitions.add(rows.getString(1));
      }
    }
    return partitions;
  }

  private List<String> texts(String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private Map<String, Object> maintain() {
    return handler.handleRequest(Map.of(), new FakeContext());
  }

  private void execute(String sql) throws SQLException {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
