package gantry.operations.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import gantry.operations.Api;
import gantry.operations.TestModule;
import gantry.redis.cache.CacheSpec;
import gantry.redis.cache.Caches;
import gantry.redis.cache.Codec;
import gantry.redis.cache.Loaded;
import gantry.redis.cache.RedisCache;
import gantry.testing.ApiEvent;
import gantry.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataTest {
  private static TestModule module;
  private static Api api;

  @BeforeAll
  static void start() {
    module =
        new TestModule(
            UnaryOperator.identity(), Map.of("redis.url", RedisServer.shared().url() + "/5"));
    api = new Api(module);
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  /** Alice has something of everything; so has her namesake at another tenant. */
  @BeforeEach
  void fill() {
    module.execute(
        "SET session_replication_role = replica; TRUNCATE content.creators, webhooks.events,"
            + " webhooks.subscriptions, webhooks.orders, webhooks.grants, webhooks.consumptions,"
            + " webhooks.usage_reports, webhooks.usage_counters, webhooks.time_zones,"
            + " payments.intents, payments.ledger_entries, followers.audits, token_scan.scans,"
            + " token_scan.watches, idempotency.requests, operations.erasures CASCADE");
    fill("acme", "1");
    fill("other", "2");
  }

  private static void fill(String tenant, String n) {
    module.execute(
        """
        INSERT INTO content.creators (tenant, id, name, bio, named)
        VALUES ('%1$s', 'alice', 'Alice of %1$s', '', true), ('%1$s', 'bob', 'Bob', '', true);
        INSERT INTO content.roadmaps (id, tenant, owner, title, description, topic, public, lessons, created_at, updated_at)
        VALUES ('00000000-0000-7000-8000-0000000000a%2$s', '%1$s', 'alice', 'How to', '', 't', true, '[]', now(), now()),
               ('00000000-0000-7000-8000-0000000000b%2$s', '%1$s', 'bob', 'Why', '', 't', true, '[]', now(), now());
        INSERT INTO content.ratings VALUES ('00000000-0000-7000-8000-0000000000b%2$s', 'alice', 5, current_date);
        INSERT INTO content.clones VALUES ('00000000-0000-7000-8000-0000000000b%2$s', 'alice', current_date);
        INSERT INTO content.follows VALUES ('%1$s', 'bob', 'alice'), ('%1$s', 'alice', 'bob');
        INSERT INTO content.progress VALUES ('%1$s', 'alice', '00000000-0000-7000-8000-0000000000b%2$s', 1, now());
        INSERT INTO webhooks.time_zones VALUES ('%1$s', 'alice', 'Europe/Berlin');
        INSERT INTO webhooks.orders (provider, mode, order_id, currency, status, total, refunded, user_id, tenant)
        VALUES ('lemonsqueezy', 'live', 'o-%2$s', 'EUR', 'paid', 5, 0, 'alice', '%1$s');
        INSERT INTO webhooks.subscriptions
          (provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint, status, suspect, user_id, tenant)
        VALUES ('lemonsqueezy', 'live', 's-%2$s', now(), 0, 0, 0, '', 'active', false, 'alice', '%1$s');
        INSERT INTO webhooks.grants (grant_id, user_id, tenant, plan, source, starts_at, heard_at)
        VALUES ('g-%2$s', 'alice', '%1$s', 'PRO', 'operator', now(), now());
        INSERT INTO webhooks.consumptions (tenant, user_id, meter, consumption_id, amount, allowed, used, allowance, resets_at, at)
        SELECT '%1$s', 'alice', 'units', 'c-' || n, 2, true, 2 * n, 5000, 'tomorrow', now() FROM generate_series(1, 1500) n;
        INSERT INTO webhooks.usage_counters VALUES ('%1$s', 'alice', 'units', 3000, 'tomorrow');
        INSERT INTO webhooks.usage_reports (tenant, user_id, meter, day, item_id, quantity, state, changed_at)
        VALUES ('%1$s', 'alice', 'units', 'yesterday', 'item', 5, 'SENT', now());
        INSERT INTO payments.intents
          (id, tenant, user_id, origin, nonce, stated_payer, stated_payer_family, created_at, expires_at)
        VALUES ('00000000-0000-7000-8000-00000000000%2$s', '%1$s', 'alice', 'USER', 'n', '0xa', 'EVM', now(), 'tomorrow');
        INSERT INTO payments.payers VALUES ('00000000-0000-7000-8000-00000000000%2$s', 'EVM', '0xa', now());
        INSERT INTO payments.claims
          (id, intent, tenant, user_id, submission, outcome, reason, answer, attempt, watch_until, created_at, updated_at)
        VALUES ('00000000-0000-7000-8000-00000000001%2$s', '00000000-0000-7000-8000-00000000000%2$s', '%1$s', 'alice',
          '0xhash', 'CREDITED', 'PAID', '{}', 1, now(), now(), now());
        INSERT INTO payments.ledger_entries
        VALUES ('00000000-0000-7000-8000-00000000002%2$s', '%1$s', 'alice', '00000000-0000-7000-8000-00000000001%2$s', 'CREDIT', now());
        INSERT INTO payments.ledger_lines VALUES
          ('00000000-0000-7000-8000-00000000002%2$s', 'RECEIVED', 'USDC', 7), ('00000000-0000-7000-8000-00000000002%2$s', 'CREDITED', 'USDC', -7);
        INSERT INTO payments.grants
        VALUES ('00000000-0000-7000-8000-00000000001%2$s', 'alice', '{"grantId":"x","userId":"alice"}', now(), now());
        INSERT INTO followers.audits (id, tenant, owner, creator, platform, state, created_at)
        VALUES ('00000000-0000-7000-8000-00000000003%2$s', '%1$s', 'alice', '@alice', 'instagram', 'OPEN', now());
        INSERT INTO token_scan.scans VALUES ('00000000-0000-7000-8000-00000000004%2$s', '%1$s', 'alice');
        INSERT INTO token_scan.watches (id, tenant, watched_by, chain, address)
        VALUES ('00000000-0000-7000-8000-00000000005%2$s', '%1$s', 'alice', 'eip155:1', '0xb');
        INSERT INTO idempotency.requests
          (tenant, caller, route, key, fingerprint, claim, claimed_at, leased_until, expires_at, status, body)
        VALUES ('%1$s', 'alice', 'r', 'k', 'f', gen_random_uuid(), now(), now(), 'tomorrow', 200, 'alice');
        """
            .formatted(tenant, n));
    tell(tenant, "s-" + n, "first");
    tell(tenant, "s-" + n, "no document");
    module.execute("UPDATE webhooks.events SET body = 'alice' WHERE identity LIKE '%/no document'");
  }

  /** A raw body about a subscription; it names her e-mail address. */
  private static void tell(String tenant, String subscription, String identity) {
    module.execute(
        """
        INSERT INTO webhooks.events
          (id, provider, mode, identity, type, resource_type, resource, message_group, body, sha256, headers, state,
           received_at, stored_at, decided_at)
        VALUES (gen_random_uuid(), 'lemonsqueezy', 'live', '%1$s/%2$s', 'subscription_updated', 'subscriptions', '%3$s', 'g',
          '{"meta":{"custom_data":{"user_id":"alice"}},"data":{"id":"%3$s","attributes":{"status":"active","user_email":"alice@%1$s"}}}',
          '', '{}', 'APPLIED', now(), now(), now())
        """
            .formatted(tenant, identity, subscription));
  }

  @Test
  void everyCapabilityTellsWhatItKeeps() {
    var exported = json(call("GET", "alice", "admin"));

    assertThat(exported.at("/content/profile/name").asText()).isEqualTo("Alice of acme");
    assertThat(exported.at("/content/roadmaps/0/title").asText()).isEqualTo("How to");
    assertThat(exported.at("/webhooks/timeZone").asText()).isEqualTo("Europe/Berlin");
    assertThat(exported.at("/webhooks/subscriptions/0/subscription_id").asText()).isEqualTo("s-1");
    assertThat(exported.at("/webhooks/events")).hasSize(2);
    assertThat(exported.at("/webhooks/usage/0/used").asInt()).isEqualTo(3000);
    assertThat(exported.at("/payments/intents/0/payers/0/address").asText()).isEqualTo("0xa");
    assertThat(exported.at("/payments/intents/0").has("nonce")).isFalse();
    assertThat(exported.at("/payments/ledger/0/lines")).hasSize(2);
    assertThat(exported.at("/followers/audits/0/creator").asText()).isEqualTo("@alice");
    assertThat(exported.at("/tokens/watches/0/address").asText()).isEqualTo("0xb");
    assertThat(exported.toString()).doesNotContain("of other", "alice@");
  }

  @Test
  void aNameMayBeInAnyScript() {
    module.execute("INSERT INTO webhooks.time_zones VALUES ('acme', 'jürgen', 'Europe/Zurich')");

    var exported = json(call("GET", "j%C3%BCrgen", "admin"));

    assertThat(exported.at("/webhooks/timeZone").asText()).isEqualTo("Europe/Zurich");
  }

  @Test
  void ofAStrangerNothingIsKept() {
    var exported = json(call("GET", "nobody", "admin"));

    assertThat(exported.at("/content/profile").isNull()).isTrue();
    assertThat(exported.at("/webhooks/orders")).isEmpty();
    assertThat(json(call("DELETE", "nobody", "admin")).path("complete").asBoolean()).isTrue();
  }

  @Test
  void whoIsErasedIsNowhereLeftAndTheirNamesakeIs() {
    var erased = call("DELETE", "alice", "admin");

    assertThat(erased.getStatusCode()).as(erased.getBody()).isEqualTo(200);
    assertThat(json(erased).path("complete").asBoolean()).isTrue();
    assertThat(json(erased).at("/rows/payments").asInt()).isEqualTo(5);
    assertThat(everything()).contains("Alice of other").doesNotContain("Alice of acme");
    json(call("DELETE", "alice", "admin", "other"));
    assertThat(everything()).doesNotContain("alice", "Alice").contains("Bob");
    assertThat(module.query("SELECT encode(body, 'escape') FROM webhooks.events").toString())
        .doesNotContain("alice")
        .contains("erased:");
  }

  @Test
  void pagesThatShowWhoIsErasedAreForgotten() {
    var discover = pages("view-discover");
    var dashboard = pages("view-dashboard");
    var own = "4:acme:alice";
    discover.get("acme", () -> Loaded.of("by Alice"));
    dashboard.get(own, () -> Loaded.of("of Alice"));

    call("DELETE", "alice", "admin");

    assertThat(discover.get("acme", () -> Loaded.of("new"))).contains("new");
    assertThat(dashboard.get(own, () -> Loaded.of("new"))).contains("new");
  }

  /** As another process sees them. */
  private static RedisCache<String> pages(String name) {
    var spec = CacheSpec.of(name, Duration.ofMinutes(6)).withLocal(Duration.ZERO);
    return module.bean(Caches.class).cache(spec, new TextCodec());
  }

  private static final class TextCodec implements Codec<String> {
    @Override
    public byte[] encode(String value) {
      return value.getBytes(UTF_8);
    }

    @Override
    public String decode(byte[] bytes) {
      return new String(bytes, UTF_8);
    }
  }

  @Test
  void moneyAndKeysStayUnderOneName() {
    var pseudonym = json(call("DELETE", "alice", "admin")).path("pseudonym").asText();

    assertThat(
            module.query(
                """
                SELECT user_id FROM payments.ledger_entries WHERE tenant = 'acme'
                UNION SELECT user_id FROM payments.claims WHERE tenant = 'acme'
                UNION SELECT user_id FROM webhooks.subscriptions WHERE tenant = 'acme'
                UNION SELECT user_id FROM webhooks.consumptions WHERE tenant = 'acme'
                UNION SELECT user_id FROM webhooks.usage_reports WHERE tenant = 'acme'
                """))
        .containsExactly(pseudonym);
    assertThat(module.query("SELECT sum(units) FROM payments.ledger_lines WHERE units > 0"))
        .hasToString("[14]");
    assertThat(module.query("SELECT count(*) FROM webhooks.consumptions WHERE tenant = 'acme'"))
        .containsExactly(1500L);
  }

  @Test
  void aWebhookThatComesLaterIsErasedByAnotherCall() {
    var first = json(call("DELETE", "alice", "admin")).path("pseudonym").asText();
    tell("acme", "s-1", "later");
    module.execute(
        "UPDATE webhooks.subscriptions SET user_id = 'alice' WHERE user_id = '" + first + "'");

    var second = json(call("DELETE", "alice", "admin"));

    assertThat(second.path("pseudonym").asText()).isNotEqualTo(first);
    assertThat(second.at("/rows/webhooks").asInt()).isEqualTo(2);
    assertThat(json(call("DELETE", "alice", "admin")).at("/rows/webhooks").asInt()).isZero();
  }

  @Test
  void anErasureThatWasCutShortGoesOnUnderItsName() {
    module.execute(
        "INSERT INTO operations.erasures VALUES ('erased:begun', 'acme', 'alice', now(), NULL)");

    assertThat(json(call("DELETE", "alice", "admin")).path("pseudonym").asText())
        .isEqualTo("erased:begun");
    assertThat(module.query("SELECT user_id FROM operations.erasures")).containsOnlyNulls();
  }

  @Test
  void aReportThatIsBeingSentIsWaitedFor() {
    module.execute("UPDATE webhooks.usage_reports SET state = 'SENDING' WHERE tenant = 'acme'");

    var waiting = call("DELETE", "alice", "admin");

    assertThat(waiting.getStatusCode()).isEqualTo(202);
    assertThat(json(waiting).path("complete").asBoolean()).isFalse();
    module.execute("UPDATE webhooks.usage_reports SET state = 'SENT'");
    assertThat(json(call("DELETE", "alice", "admin")).path("pseudonym"))
        .isEqualTo(json(waiting).path("pseudonym"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE payments.ledger_entries SET user_id = 'mallory'",
        "UPDATE payments.ledger_entries SET user_id = 'erased:x', tenant = 'x'",
        "UPDATE payments.ledger_entries SET at = now()",
        "UPDATE payments.ledger_entries SET user_id = 'erased:x';"
            + " UPDATE payments.ledger_entries SET user_id = 'erased:y'",
        "DELETE FROM payments.ledger_entries",
        "UPDATE payments.ledger_lines SET units = units"
      })
  void theLedgerLosesANameAndNothingElse(String sql) {
    assertThatThrownBy(() -> module.execute(sql)).hasStackTraceContaining("only grows");
  }

  @Test
  void theAuditKnowsThatSomebodyWasErasedAndNotWho() {
    call("GET", "carol", "admin");
    var pseudonym = json(call("DELETE", "alice", "admin")).path("pseudonym").asText();

    assertThat(
            module.query(
                "SELECT actor || ' ' || action FROM audit.events WHERE object = '%s' ORDER BY number"
                    .formatted(pseudonym)))
        .containsExactly("operator-1 user.erasure-ordered", "operator-1 user.erased");
    assertThat(
            module.query(
                """
                SELECT CAST(ordered.after_hash = erased.before_hash
                  AND erased.after_hash <> erased.before_hash AS text)
                FROM audit.events ordered JOIN audit.events erased USING (object)
                WHERE ordered.action = 'user.erasure-ordered' AND erased.action = 'user.erased'
                  AND object = '%s'
                """
                    .formatted(pseudonym)))
        .containsExactly("true");
    assertThat(module.query("SELECT action FROM audit.events WHERE object = 'carol'"))
        .containsExactly("user.exported");
    assertThat(module.query("SELECT 1 FROM audit.events WHERE details LIKE '%alice%'")).isEmpty();
  }

  @Test
  void itIsForOperators() {
    assertThat(call("GET", "alice", "user,service").getStatusCode()).isEqualTo(403);
    assertThat(call("DELETE", "alice", "user,service").getStatusCode()).isEqualTo(403);
    assertThat(call("DELETE", "erased:x", "admin").getStatusCode()).isEqualTo(409);
    assertThat(call("DELETE", "a".repeat(201), "admin").getStatusCode()).isEqualTo(400);
  }

  /** All rows of all tables that hold something of users, but the audit's. */
  private static String everything() {
    return module
        .query(
            """
            SELECT schemaname || '.' || tablename
            FROM pg_tables
            WHERE schemaname IN ('content', 'followers', 'idempotency', 'operations', 'payments', 'token_scan', 'webhooks')
            """)
        .stream()
        .map(table -> module.query("SELECT CAST(jsonb_agg(t) AS text) FROM " + table + " t"))
        .map(List::toString)
        .collect(Collectors.joining());
  }

  private static APIGatewayV2HTTPResponse call(String method, String user, String roles) {
    return call(method, user, roles, null);
  }

  private static APIGatewayV2HTTPResponse call(
      String method, String user, String roles, @Nullable String tenant) {
    var caller =
        Map.<String, Object>of(
            "sub", "operator-1", "tenant", "acme", "roles", roles, "exp", 1_900_000_000L);
    var event = ApiEvent.request(method, "/v1/users/" + user + "/data").authorizer(caller);
    if (tenant != null) {
      event.query("tenant", tenant);
    }
    return api.call(event);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isBetween(200, 202);
    return Api.json(answer);
  }
}
