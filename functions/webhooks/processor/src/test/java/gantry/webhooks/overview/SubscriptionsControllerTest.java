package gantry.webhooks.overview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.ApiEvent;
import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.subscriptions.SubscriptionBody;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsControllerTest {
  private static final List<String> PROJECTION =
      List.of("subscription_states", "subscriptions", "invoices", "orders", "order_entries");

  private static final TestProcessor processor = TestProcessor.start();
  private static final Api api = new Api(processor);

  @BeforeEach
  void forget() {
    processor.forget();
  }

  @AfterAll
  static void stop() {
    processor.close();
  }

  @Test
  void pagesFollowEachOtherNewestFirst() {
    for (var i = 0; i < 7; i++) {
      tell(SubscriptionBody.active("s" + i).at("10:00:0" + (i / 2)).json());
    }

    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = list(ApiEvent.get("/v1/subscriptions").query("limit", "3"), cursor);
      page.body().at("/items").forEach(item -> seen.add(item.get("id").asText()));
      cursor = page.body().at("/nextCursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));

    assertThat(seen).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
  }

  @Test
  void usersAndStatusesAreFiltered() {
    tell(SubscriptionBody.active("s1").json());
    tell(SubscriptionBody.active("s2").user("u-s1").status("expired").json());
    tell(SubscriptionBody.active("s3").json());

    assertThat(ids("user", "u-s1")).containsExactlyInAnyOrder("s1", "s2");
    assertThat(ids("status", "expired")).containsExactly("s2");
  }

  @Test
  void oneIsShownWithItsEventsAndInvoices() {
    var active = SubscriptionBody.active("s1");
    tell(active.json());
    tell(active.invoice("i1", "paid", 0, "10:01:00"));

    var shown = api.get("/v1/subscriptions/s1", "admin");

    assertThat(shown.text("/status")).isEqualTo("active");
    assertThat(shown.text("/userId")).isEqualTo("u-s1");
    assertThat(shown.body().at("/events")).hasSize(2);
    assertThat(shown.text("/invoices/0/id")).isEqualTo("i1");
    assertThat(api.get("/v1/subscriptions/s9", "admin").status()).isEqualTo(404);
    assertThat(api.get("/v1/subscriptions/s1", "service").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"limit, 0", "limit, 201", "limit, x", "cursor, zzz"})
  void aParameterThatIsNoneIsRefused(String name, String value) {
    var event = ApiEvent.get("/v1/subscriptions").query(name, value);

    assertThat(api.call(event, "a", "t1", "admin").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00Z lemonsqueezy live \0",
        "2026-01-01T00:00:00Z \0 live s1",
        "+1000000000-12-31T23:59:59.999999999Z lemonsqueezy live s1",
        "-1000000000-01-01T00:00:00Z lemonsqueezy live s1"
      })
  void aPlaceThatNoListHasIsNoCursor(String place) {
    var event = ApiEvent.get("/v1/subscriptions").query("cursor", encoded(place));

    assertThat(api.call(event, "a", "t1", "admin").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lemonsqueezy live subscriptions \0", "\0 live orders s1"})
  void aPlaceThatNoRebuildReachesIsNoCursor(String place) {
    var body = "{\"reason\":\"a test\",\"cursor\":\"%s\"}".formatted(encoded(place));

    assertThat(api.post("/v1/subscriptions/rebuild", "admin", body).status()).isEqualTo(400);
  }

  private static String encoded(String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  @Test
  void theWholeHistoryConcludesTheSameAgain() {
    tellAHistory();
    var before = projection();
    var published = processor.value("SELECT count(*) FROM outbox.events");
    processor.execute(
        "TRUNCATE webhooks.order_entries, webhooks.orders, webhooks.invoices,"
            + " webhooks.subscription_states, webhooks.subscriptions");

    var answer = api.post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");

    assertThat(answer.body().at("/rebuilt").asInt()).isEqualTo(5);
    assertThat(answer.body().at("/nextCursor").isNull()).isTrue();
    assertThat(projection()).isEqualTo(before);
    assertThat(processor.value("SELECT count(*) FROM outbox.events")).isEqualTo(published);
    assertThat(
            processor.value(
                "SELECT count(*) FROM audit.events WHERE action = 'subscriptions.rebuilt'"))
        .isNotEqualTo(0L);
  }

  @Test
  void aRebuildInPlaceChangesNothing() {
    tellAHistory();
    var before = projection();

    api.post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");

    assertThat(projection()).isEqualTo(before);
  }

  @Test
  void whatIsLeftOfRetiredBodiesConcludesTheSame() {
    tellAHistory();
    tellAHostileHistory();
    var before = projection();
    processor.retireBodies();
    processor.execute(
        "TRUNCATE webhooks.order_entries, webhooks.orders, webhooks.invoices,"
            + " webhooks.subscription_states, webhooks.subscriptions");

    api.post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");

    assertThat(projection()).isEqualTo(before);
    assertThat(
            processor.value(
                "SELECT string_agg(convert_from(body, 'UTF8'), '') FROM webhooks.events"))
        .asString()
        .doesNotContain("jane", "Jane", "example.org")
        .contains("u-s1");
  }

  @Test
  void aVariantThatNoPlanNamesAnyMoreConcludesTheSame() {
    tellAHistory();
    tell(
        SubscriptionBody.active("s1")
            .invoice("i2", "paid", 0, "12:40:00")
            .replace(
                "\"test_mode\":false",
                "\"test_mode\":false,\"custom_data\":{\"user_id\":\"u-s1\"}"));
    var before = projection();
    var plans = Map.<String, Object>of("plans", "{\"FREE\":{\"limits\":{\"units\":5}}}");

    try (var later = processor.with(plans)) {
      var answer =
          new Api(later).post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");
      assertThat(answer.status()).isEqualTo(200);
    }

    assertThat(projection()).isEqualTo(before);
    assertThat(processor.rows("SELECT * FROM webhooks.waiting_variants")).isEmpty();
  }

  @Test
  void whatIsLeftOfAnUnreadableHistoryHoldsBackNoRebuild() {
    tellAHistory();
    processor.execute(
        """
        UPDATE webhooks.events SET body = '{}' WHERE resource = 's1' AND type = 'subscription_updated'
        """);

    var answer = api.post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");

    assertThat(answer.body().at("/nextCursor").isNull()).isTrue();
    assertThat(api.get("/v1/subscriptions/s1", "admin").status()).isEqualTo(404);
    assertThat(api.get("/v1/subscriptions/s2", "admin").status()).isEqualTo(200);
  }

  /** What PostgreSQL's JSON refuses in places that nobody reads, and values in odd forms. */
  private void tellAHostileHistory() {
    tell(
        SubscriptionBody.active("s7")
            .with(
                """
                "user_name":"Jane\\u0000\\ud83d\\ude00\\ud800 \\\\u0000","order_id":1e2,"pause":{"mode":"free",
                "resumes_at":"2026-12-01T00:00:00Z"},"first_subscription_item":{"id":7,"note":"Jane"},
                "renews_at":"2026-12-20T10:00:00+02:00","ends_at":null,"trial_ends_at":["Jane"]
                """)
            .json());
    tell(
        SubscriptionBody.active("s8")
            .with("\"card_brand\":\"Jane\",\"order_id\":12,\"rate\":1e999999")
            .json());
  }

  private void tellAHistory() {
    var one = SubscriptionBody.active("s1");
    tell(one.invoice("i1", "paid", 0, "10:00:30"));
    tell(one.status("past_due").at("12:00:00").json());
    tell(one.json());
    tell(one.status("paused").at("12:00:00").json());
    tell(one.user("somebody else").at("09:00:00").json());
    tell(one.invoice("i1", "refunded", 1500, "12:30:00"));
    tell(SubscriptionBody.active("s2").user(null).json());
    tell(SubscriptionBody.active("s2").status("strange").at("11:00:00").json());
    tell(SubscriptionBody.active("s3").status("paused").at("2031-01-01T00:00:00Z").json());
    tellADispute(SubscriptionBody.active("s4"));
    tell(order("paid", 0, "10:00:00"));
    tell(order("partial_refund", 500, "11:00:00"));
    tell(order("refunded", 1500, "12:00:00"));
    tell(order("paid", 0, "09:00:00"));
  }

  /** Two states of one time, answers of the provider's own, and a state from the future. */
  private void tellADispute(SubscriptionBody active) {
    tell(active.json());
    tell(active.status("expired").json());
    tell(active.json("subscription_fetched"));
    tell(active.status("past_due").at("2031-01-01T00:00:00Z").json());
    tell(active.status("past_due").at("11:00:00").json("subscription_fetched"));
    tell(active.status("unpaid").at("10:30:00").json());
  }

  private static String order(String status, int refunded, String at) {
    return """
    {"meta":{"event_name":"order_created","test_mode":false,"custom_data":{"user_id":"u-o"}},
     "data":{"type":"orders","id":"o1","attributes":{"currency":"EUR","total":1500,
       "refunded_amount":%d,"status":"%s","first_order_item":{"variant_id":222},
       "updated_at":"2026-11-21T%s.000000Z"}}}
    """
        .formatted(refunded, status, at);
  }

  private Map<String, List<Map<String, @Nullable Object>>> projection() {
    var tables = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
    PROJECTION.forEach(table ->
        tables.put(
            table, processor.rows("SELECT * FROM webhooks." + table + " ORDER BY 1,2,3,4,5")));
    return tables;
  }

  private List<String> ids(String name, String value) {
    var page = list(ApiEvent.get("/v1/subscriptions").query(name, value), "");
    return page.body().at("/items").findValuesAsText("id");
  }

  private Api.Answer list(ApiEvent event, String cursor) {
    return api.call(cursor.isEmpty() ? event : event.query("cursor", cursor), "a", "t1", "admin");
  }

  private void tell(String body) {
    assertThat(processor.process(Webhooks.lemonSqueezy(body))).isEmpty();
  }
}
