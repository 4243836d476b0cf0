package gantry.webhooks.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.ApiEvent;
import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.grants.TestGrants;
import gantry.webhooks.subscriptions.SubscriptionBody;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessControllerTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static final Api api = new Api(processor);
  private static int next = 700_000;

  private final String id = Integer.toString(next++);
  private final String user = "u-" + id;
  private final SubscriptionBody active = SubscriptionBody.active(id);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @AfterAll
  static void stop() {
    processor.close();
  }

  @Test
  void whoBoughtNothingHasTheFirstPlan() {
    var answer = api.get("/v1/access/" + user, "service");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().fieldNames())
        .toIterable()
        .containsExactly("userId", "plan", "until", "reason", "grants", "usage");
    assertThat(answer.text("/plan")).isEqualTo("FREE");
    assertThat(answer.text("/reason")).isEqualTo("NONE");
    assertThat(answer.body().at("/until").isNull()).isTrue();
    assertThat(answer.body().at("/grants")).isEmpty();
    assertThat(answer.body().at("/usage/units/limit").asInt()).isEqualTo(5);
    assertThat(answer.body().at("/usage/units/remaining").asInt()).isEqualTo(5);
    assertThat(answer.body().at("/usage/exports/limit").asInt()).isZero();
  }

  @Test
  void theSecondVersionHasAPlanOfItsOwnAndAListOfMeters() {
    tell(active.json());

    var answer = api.get("/v2/access/" + user, "service");

    assertThat(answer.text("/plan/name")).isEqualTo("PRO");
    assertThat(answer.text("/plan/reason")).isEqualTo("ACTIVE");
    assertThat(answer.text("/meters/0/name")).isEqualTo("exports");
    assertThat(answer.headers()).doesNotContainKey("Deprecation");
    assertThat(api.get("/v1/access/" + user, "service").headers())
        .containsKeys("Deprecation", "Sunset");
  }

  @ParameterizedTest
  @CsvSource({
    "on_trial,  '',                            PRO,  TRIAL",
    "active,    '',                            PRO,  ACTIVE",
    "paused,    '\"pause\":{\"mode\":\"free\"}', PRO,  PAUSED_FREE",
    "paused,    '\"pause\":{\"mode\":\"void\"}', FREE, PAUSED_VOID",
    "unpaid,    '',                            FREE, UNPAID",
    "cancelled, '\"ends_at\":\"%1$s\"',         PRO,  CANCELLED_UNTIL_END",
    "cancelled, '\"ends_at\":\"%2$s\"',         FREE, EXPIRED",
    "cancelled, '\"renews_at\":\"%1$s\"',       PRO,  CANCELLED_UNTIL_END",
    "cancelled, '\"renews_at\":\"%2$s\"',       FREE, EXPIRED",
    "expired,   '\"ends_at\":\"%1$s\"',         FREE, EXPIRED"
  })
  void everyStatusGivesWhatItShould(String status, String attributes, String plan, String reason) {
    var body = active.status(status);
    var extra = attributes.formatted(inHours(1), inHours(-1));
    tell(extra.isEmpty() ? body.json() : body.with(extra).json());

    assertAccess(plan, reason);
  }

  @Test
  void theGraceEndsSevenDaysAfterTheFirstFailure() {
    tell(active.at(inHours(-24 * 30)).json());
    tell(active.status("past_due").at(inHours(-24 * 6)).json());
    tell(active.status("past_due").at(inHours(-24)).json());
    assertAccess("PRO", "PAST_DUE_GRACE");
    assertThat(access().text("/until")).isEqualTo(inHours(24).replace(".000000Z", "Z"));

    tell(active.status("past_due").at(inHours(-24 * 8)).json());

    assertAccess("FREE", "UNPAID");
  }

  @Test
  void aFailureFromTheFutureBeginsNoGraceInThePast() {
    tell(active.at(inHours(-24 * 30)).json());
    tell(active.status("past_due").at(inHours(24)).json());
    assertAccess("PRO", "PAST_DUE_GRACE");
    assertThat(access().body().at("/until").isNull()).isTrue();

    tell(active.status("past_due").at(inHours(-24)).json());

    assertAccess("PRO", "PAST_DUE_GRACE");
    assertThat(access().text("/until")).isEqualTo(inHours(24 * 6).replace(".000000Z", "Z"));
  }

  @Test
  void anUnknownStatusChangesNothing() {
    tell(active.json());

    tell(active.status("hibernating").at("11:00:00").json());

    assertAccess("PRO", "ACTIVE");
  }

  @Test
  void onlyARefundOfTheWholeCurrentPeriodRevokes() {
    tell(active.json());
    tell(active.invoice("a" + id, "paid", 0, "10:01:00"));
    tell(active.invoice("a" + id, "partial_refund", 700, "10:02:00"));
    assertAccess("PRO", "ACTIVE");

    tell(active.invoice("a" + id, "refunded", 1500, "10:03:00"));
    assertAccess("FREE", "REFUNDED");

    tell(active.invoice("b" + id, "paid", 0, "10:04:00"));
    assertAccess("PRO", "ACTIVE");
  }

  @Test
  void aRefundBeforeItsPaymentNetsToZero() {
    tell(active.invoice("a" + id, "refunded", 1500, "10:03:00"));
    tell(active.json());
    assertAccess("FREE", "REFUNDED");

    tell(active.invoice("a" + id, "paid", 0, "10:01:00"));

    assertAccess("FREE", "REFUNDED");
  }

  @Test
  void theBestGrantorCountsAndEachIsShown() {
    tell(active.variant("111").json());
    tell(order("o" + id, "paid", 0));
    give("{\"grantId\":\"g%s\",\"userId\":\"%s\",\"plan\":\"PRO\",\"source\":\"referral\"}");

    assertAccess("PRO", "ORDER");
    assertThat(access().body().at("/grants").findValuesAsText("source"))
        .containsExactlyInAnyOrder("subscription", "order", "referral");
  }

  @Test
  void anOrderGivesItsPlanUntilItIsRefunded() {
    tell(order("o" + id, "paid", 0));
    assertAccess("PRO", "ORDER");

    tell(order("o" + id, "refunded", 4900));

    assertAccess("FREE", "REFUNDED");
  }

  @Test
  void aPaymentThatIsHeldToBeFraudGivesNothingMeanwhile() {
    var paid = order("o" + id, "paid", 0);
    tell(paid);
    tell(order("o" + id, "fraudulent", 0).replace("T10:", "T11:"));
    assertAccess("FREE", "NONE");
    assertThat(noticesOf("lemonsqueezy/live/o" + id)).containsExactlyInAnyOrder("ORDER", "NONE");

    tell(paid.replace("T10:", "T12:"));
    tell(paid.replace("T10:", "T13:"));

    assertAccess("PRO", "ORDER");
    assertThat(noticesOf("lemonsqueezy/live/o" + id))
        .containsExactlyInAnyOrder("ORDER", "NONE", "ORDER");
  }

  @Test
  void theOrderOfASubscriptionGivesNothingByItself() {
    tell(order("o" + id, "paid", 0));
    tell(active.status("expired").with("\"order_id\":\"o" + id + "\"").json());

    assertAccess("FREE", "EXPIRED");
  }

  /** Whoever follows the facts alone takes nothing away before the subscription gives it. */
  @Test
  void anOrderThatBeginsASubscriptionLosesItsOwnAccessAfterTheSubscriptionGaveIts() {
    tell(order("o" + id, "paid", 0));
    assertAccess("PRO", "ORDER");

    tell(active.with("\"order_id\":\"o" + id + "\"").json());

    assertAccess("PRO", "ACTIVE");
    assertThat(factsOfUser()).containsExactly("ORDER", "ACTIVE", "NONE");
  }

  @Test
  void anOrderAfterItsSubscriptionTakesNothingAway() {
    tell(active.with("\"order_id\":\"o" + id + "\"").json());
    tell(order("o" + id, "paid", 0));

    assertAccess("PRO", "ACTIVE");
    assertThat(factsOfUser()).containsExactly("ACTIVE", "ORDER", "NONE");
  }

  @Test
  void aGrantCountsOnceAndARevocationMayComeFirst() {
    var grant = "{\"grantId\":\"g%s\",\"userId\":\"%s\",\"plan\":\"STARTER\",\"source\":\"x\"}";
    var revocation = "{\"grantId\":\"g%s\",\"userId\":\"%s\",\"revoked\":true}";
    give(grant);
    give(grant);
    assertAccess("STARTER", "GRANT");

    give(revocation);
    assertAccess("FREE", "NONE");

    var other = Integer.toString(next++);
    giveAs(other, revocation);
    giveAs(other, grant);
    assertThat(api.get("/v1/access/u-" + other, "service").text("/plan")).isEqualTo("FREE");
    assertThat(noticesOf("g" + other))
        .containsExactlyInAnyOrderElementsOf(noticesOf("g" + id))
        .hasSize(2);
  }

  @Test
  void aGrantBeginsAndEndsByTheClock() {
    give(
        "{\"grantId\":\"g%s\",\"userId\":\"%s\",\"plan\":\"PRO\",\"source\":\"x\",\"from\":\""
            + inHours(1)
            + "\"}");
    assertAccess("FREE", "NONE");

    give(
        "{\"grantId\":\"h%s\",\"userId\":\"%s\",\"plan\":\"PRO\",\"source\":\"x\",\"from\":\""
            + inHours(-2)
            + "\",\"until\":\""
            + inHours(-1)
            + "\"}");
    assertAccess("FREE", "EXPIRED");
  }

  @Test
  void aMessageThatNamesNobodyComesAgain() {
    assertThat(TestGrants.handle(processor, "{\"grantId\":\"g\"}")).containsExactly("0");
    assertThat(TestGrants.handle(processor, "no json")).containsExactly("0");
  }

  @Test
  void whoeverMayLogInMayBeGivenAPlan() {
    var longest = "\u7528\u6237".repeat(100);
    var grant =
        "{\"grantId\":\"l%s\",\"userId\":\"%s\",\"plan\":\"PRO\",\"source\":\"x\"}"
            .formatted(id, longest);

    assertThat(TestGrants.handle(processor, grant)).isEmpty();

    var path = "/v1/access/" + URLEncoder.encode(longest, UTF_8).replace("+", "%20");
    assertThat(api.call(ApiEvent.get(path), longest, "t1", "user").text("/plan")).isEqualTo("PRO");
  }

  @Test
  void usersSeeThemselvesOnly() {
    var self = api.call(ApiEvent.get("/v1/access/" + user), user, "t1", "user");
    var other = api.call(ApiEvent.get("/v1/access/" + user), "somebody", "t1", "user");

    assertThat(self.status()).isEqualTo(200);
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.text("/type")).isEqualTo("not-found");
  }

  @Test
  void whatWasBoughtInOneTenantIsNotSeenInAnother() {
    give(
        "{\"grantId\":\"g%s\",\"userId\":\"%s\",\"tenant\":\"t2\",\"plan\":\"PRO\","
            + "\"source\":\"x\"}");
    assertAccess("FREE", "NONE");

    var foreign = ApiEvent.get("/v1/access/" + user);
    var admin = ApiEvent.get("/v1/access/" + user).query("tenant", "t2");

    assertThat(api.call(foreign, "s", "t2", "service").text("/plan")).isEqualTo("PRO");
    assertThat(api.call(admin, "a", "t1", "admin").text("/plan")).isEqualTo("PRO");
  }

  @Test
  void operatorsGiveAndRevokeByHand() {
    var path = "/v1/users/" + user + "/grants";
    var given = api.post(path, "admin", "{\"plan\":\"PRO\",\"reason\":\"made good\"}");
    assertThat(given.status()).isEqualTo(201);
    assertThat(given.text("/source")).isEqualTo("manual");
    assertAccess("PRO", "GRANT");

    var gone = api.send("DELETE", path + "/" + given.text("/grantId"), "admin", "");

    assertThat(gone.status()).isEqualTo(204);
    assertAccess("FREE", "NONE");
    assertThat(
            processor.rows(
                "SELECT action FROM audit.events WHERE object = '%s' ORDER BY number"
                    .formatted(given.text("/grantId"))))
        .isEqualTo(List.of(Map.of("action", "grant.given"), Map.of("action", "grant.revoked")));
    assertThat(
            processor.value(
                """
                SELECT given.before_hash IS NULL AND given.after_hash = revoked.before_hash
                   AND revoked.after_hash <> revoked.before_hash
                FROM audit.events given JOIN audit.events revoked USING (object)
                WHERE object = '%s' AND given.action = 'grant.given'
                  AND revoked.action = 'grant.revoked'
                """
                    .formatted(given.text("/grantId"))))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "admin   | {\"plan\":\"GOLD\",\"reason\":\"x\"} | 422",
        "admin   | {\"plan\":\"PRO\"}                   | 422",
        "admin   | {\"plan\":\"PRO\",\"role\":\"admin\"} | 422",
        "admin   | {}                                 | 422",
        "service | {\"plan\":\"PRO\"}                   | 403"
      })
  void whatAGrantByHandNeeds(String roles, String body, int status) {
    assertThat(api.post("/v1/users/" + user + "/grants", roles, body).status()).isEqualTo(status);
  }

  private void assertAccess(String plan, String reason) {
    var answer = access();
    assertThat(answer.text("/plan") + " " + answer.text("/reason")).isEqualTo(plan + " " + reason);
  }

  private Api.Answer access() {
    return api.get("/v1/access/" + user, "service");
  }

  private void give(String format) {
    giveAs(id, format);
  }

  private static void giveAs(String id, String format) {
    assertThat(TestGrants.handle(processor, format.formatted(id, "u-" + id))).isEmpty();
  }

  private static List<String> noticesOf(String grant) {
    return reasons(
        "SELECT payload ->> 'reason' AS reason FROM outbox.events WHERE payload ->> 'id' = '%s'"
            .formatted(grant));
  }

  /** In the order in which they are published. */
  private List<String> factsOfUser() {
    return reasons(
        """
        SELECT payload ->> 'reason' AS reason
        FROM outbox.events
        WHERE aggregate_type = 'access' AND aggregate = '%s'
        ORDER BY sequence
        """
            .formatted(user));
  }

  private static List<String> reasons(String query) {
    return processor.rows(query).stream().map(row -> String.valueOf(row.get("reason"))).toList();
  }

  private static void tell(String body) {
    assertThat(processor.process(Webhooks.lemonSqueezy(body))).isEmpty();
  }

  private String order(String order, String status, int refunded) {
    return """
    {"meta":{"event_name":"order_created","test_mode":false,"custom_data":{"user_id":"%s"}},
     "data":{"type":"orders","id":"%s","attributes":{"currency":"EUR","total":4900,
       "refunded_amount":%d,"status":"%s","first_order_item":{"variant_id":222},
       "updated_at":"2026-11-21T10:00:00.000000Z"}}}
    """
        .formatted(user, order, refunded, status);
  }

  private String inHours(int hours) {
    return now.plus(hours, ChronoUnit.HOURS).toString().replace("Z", ".000000Z");
  }
}
