package gantry.webhooks.usage;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.ApiEvent;
import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.subscriptions.SubscriptionBody;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageControllerTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static final Api api = new Api(processor);
  private static int next = 800_000;

  private final String id = Integer.toString(next++);
  private final String user = "u-" + id;

  @AfterAll
  static void stop() {
    processor.close();
  }

  /** No day ends during a test. */
  @BeforeEach
  void liveWhereItIsAboutNoon() {
    var zone = ZoneOffset.ofHours(12 - Instant.now().atOffset(ZoneOffset.UTC).getHour());
    assertThat(move(zone.getId()).status()).isEqualTo(204);
  }

  @Test
  void unitsAreConsumedUpToTheLimitAndNotBeyond() {
    var three = consume(3, "a");
    var refused = consume(3, "b");
    var two = consume(2, "c");

    assertThat(three.body().fieldNames())
        .toIterable()
        .containsExactly("allowed", "used", "limit", "remaining", "resetsAt", "consumptionId");
    assertThat(three.body().at("/allowed").asBoolean()).isTrue();
    assertThat(three.body().at("/remaining").asInt()).isEqualTo(2);
    assertThat(three.text("/consumptionId")).isEqualTo("a");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body().at("/allowed").asBoolean()).isFalse();
    assertThat(refused.body().at("/used").asInt()).isEqualTo(3);
    assertThat(two.body().at("/remaining").asInt()).isZero();
    assertThat(used()).isEqualTo(5);
  }

  @Test
  void aRepetitionIsAnsweredAsTheFirstWas() {
    var first = consume(4, "a");
    consume(1, "b");

    assertThat(consume(4, "a").body()).isEqualTo(first.body());
    assertThat(consume(5, "a").status()).isEqualTo(422);
    assertThat(used()).isEqualTo(5);
  }

  @Test
  void aCallOfOneKeyConsumesOnce() {
    for (var attempt = 0; attempt < 2; attempt++) {
      var call =
          ApiEvent.post("/v1/usage/" + user + "/units")
              .header("content-type", "application/json")
              .header("idempotency-key", "retried")
              .body("{\"amount\":5}");
      assertThat(api.call(call, "caller-1", "t1", "service").status()).isEqualTo(200);
    }

    assertThat(used()).isEqualTo(5);
  }

  @Test
  void aRefusalStaysOneWhenItIsRepeated() {
    consume(5, "a");
    consume(1, "b");
    rollBack("a");

    assertThat(consume(1, "b").body().at("/allowed").asBoolean()).isFalse();
  }

  @Test
  void unitsAreGivenBackOnce() {
    consume(4, "a");
    consume(1, "b");

    assertThat(rollBack("a").body().at("/used").asInt()).isEqualTo(1);
    assertThat(rollBack("a").body().at("/used").asInt()).isEqualTo(1);
    assertThat(rollBack("c").status()).isEqualTo(404);
  }

  @Test
  void whatWasNeverConsumedLeavesNoTraceWhenItIsGivenBack() {
    assertThat(rollBack("a").status()).isEqualTo(404);
    assertThat(rollBack("%00").status()).isBetween(400, 404);

    assertThat(processor.rows("SELECT FROM webhooks.usage_counters WHERE user_id = '" + user + "'"))
        .isEmpty();
  }

  @Test
  void aChangeOfThePlanKeepsWhatIsUsed() {
    tell(SubscriptionBody.active(id).variant("111"));
    consume(40, "a");

    tell(SubscriptionBody.active(id).variant("111").status("expired").at("11:00:00"));

    var answer = api.get("/v1/access/" + user, "service");
    assertThat(answer.body().at("/usage/units/used").asInt()).isEqualTo(40);
    assertThat(answer.body().at("/usage/units/remaining").asInt()).isZero();
    assertThat(consume(1, "b").body().at("/remaining").asInt()).isZero();
  }

  @Test
  void aNewDayBeginsWithNothingUsed() {
    consume(5, "a");
    for (var table : List.of("usage_counters", "consumptions")) {
      processor.execute(
          "UPDATE webhooks.%s SET resets_at = now() - interval '1 s' WHERE user_id = '%s'"
              .formatted(table, user));
    }

    assertThat(used()).isZero();
    assertThat(consume(1, "b").body().at("/used").asInt()).isEqualTo(1);
    rollBack("a");
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void whatMayBeBilledByNowIsNotGivenBack() {
    consume(3, "a");
    consume(2, "b");
    rollBack("a");
    processor.execute(
        "UPDATE webhooks.consumptions SET resets_at = now() - interval '5 min' WHERE user_id = '%s'"
            .formatted(user));

    assertThat(rollBack("a").status()).isEqualTo(200);
    assertThat(rollBack("b").status()).isEqualTo(409);
    assertThat(rollBack("b").text("/type")).endsWith("day-closed");
    assertThat(
            processor.value(
                "SELECT rolled_back_at FROM webhooks.consumptions"
                    + " WHERE consumption_id = 'b' AND user_id = '%s'".formatted(user)))
        .isNull();
  }

  @Test
  void twoHundredAtOnceShareFiftyUnitsExactly() throws InterruptedException, ExecutionException {
    tell(SubscriptionBody.active(id).variant("111"));

    var allowed = 0;
    try (var callers = Executors.newFixedThreadPool(16)) {
      var calls =
          IntStream.range(0, 200).mapToObj(i -> callers.submit(() -> consume(1, "c" + i))).toList();
      for (var call : calls) {
        allowed += call.get().body().at("/allowed").asBoolean() ? 1 : 0;
      }
    }

    assertThat(allowed).isEqualTo(50);
    assertThat(used()).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service | units | {\"amount\":0}                            | 422",
        "service | units | {\"amount\":1000001}                      | 422",
        "service | units | {\"amount\":-1}                           | 422",
        "service | units | {}                                      | 422",
        "service | units | {\"amount\":1,\"consumptionId\":\"a b\"}    | 422",
        "service | units | {\"amount\":\"many\"}                      | 422",
        "service | units | {\"amount\":1,\"consumptionID\":\"a\"}      | 422",
        "service | nothing | {\"amount\":1}                          | 404",
        "user    | units | {\"amount\":1}                            | 403",
        "service | units | {\"amount\":1}                            | 200"
      })
  void whatAConsumptionNeeds(String roles, String meter, String body, int status) {
    assertThat(api.post("/v1/usage/" + user + "/" + meter, roles, body).status()).isEqualTo(status);
  }

  @Test
  void usersOfOneNameInTwoTenantsAreTwo() {
    consume(5, "a");
    var event =
        ApiEvent.post("/v1/usage/" + user + "/units")
            .header("content-type", "application/json")
            .body("{\"amount\":5,\"consumptionId\":\"a\"}");

    var other = api.call(event, "caller-2", "t2", "service");

    assertThat(other.body().at("/allowed").asBoolean()).isTrue();
  }

  @Test
  void aUsersDayEndsAtItsOwnMidnight() {
    assertThat(move("Mars/Base").status()).isEqualTo(422);
    assertThat(move("Asia/Kathmandu").status()).isEqualTo(204);

    assertThat(consume(1, "a").text("/resetsAt")).contains("T18:15:00");
  }

  private Api.Answer move(String zone) {
    return api.send(
        "PUT", "/v1/users/" + user + "/time-zone", "service", "{\"timeZone\":\"" + zone + "\"}");
  }

  private int used() {
    return api.get("/v1/access/" + user, "service").body().at("/usage/units/used").asInt();
  }

  private Api.Answer consume(int amount, String consumption) {
    return api.post(
        "/v1/usage/" + user + "/units",
        "service",
        "{\"amount\":%d,\"consumptionId\":\"%s\"}".formatted(amount, consumption));
  }

  private Api.Answer rollBack(String consumption) {
    return api.post("/v1/usage/" + user + "/units/" + consumption + "/rollback", "service", "");
  }

  private static void tell(SubscriptionBody subscription) {
    assertThat(processor.process(Webhooks.lemonSqueezy(subscription.json()))).isEmpty();
  }
}
