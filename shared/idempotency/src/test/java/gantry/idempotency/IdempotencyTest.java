package gantry.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.ApiFunction;
import gantry.postgres.Transactions;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
  private static final String PAY = "{\"amount\":5}";

  private static TestModule module;
  private static ApiFunction function;
  private static PaymentsController.Midway midway;

  @BeforeAll
  static void start() {
    module = new TestModule();
    module.execute("CREATE TABLE payments (id uuid PRIMARY KEY, amount bigint NOT NULL)");
    function = new ApiFunction(module.context());
    midway = module.bean(PaymentsController.Midway.class);
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @AfterEach
  void forget() {
    module.execute("TRUNCATE payments, idempotency.requests");
    midway.next.set(() -> {});
  }

  @Test
  void theSameRequestAgainHasOneEffectAndTheStoredAnswer() {
    var first = pay("key-1", PAY);
    var second = pay("key-1", PAY);

    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(first.getHeaders()).doesNotContainKey("Idempotency-Replayed");
    assertThat(second.getStatusCode()).isEqualTo(201);
    assertThat(second.getBody()).isEqualTo(first.getBody()).startsWith("{\"id\"");
    assertThat(second.getHeaders())
        .containsEntry("Idempotency-Replayed", "true")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Location", first.getHeaders().get("Location"));
    assertThat(payments()).isEqualTo(1);
  }

  @Test
  void withoutAKeyEachRequestCounts() {
    call(post("/payments", PAY));
    call(post("/payments", PAY));

    assertThat(payments()).isEqualTo(2);
  }

  @Test
  void aRouteMayNeedAKey() {
    assertProblem(call(post("/payments/needs-key", PAY)), 400, "idempotency-key-missing");
    assertThat(payments()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a,b",
        "\"a\",\"b\"",
        "\"",
        "\"\"",
        "\"a",
        "a\"",
        "\"a\\b\"",
        "é",
        "\"é\"",
        "<a>",
        "\"a\";q=1",
        "?1",
        ":YQ==:x y"
      })
  void aMalformedKeyIsRefused(String key) {
    assertProblem(pay(key, PAY), 400, "idempotency-key-malformed");
    assertThat(payments()).isZero();
  }

  @Test
  void aKeyHas255CharactersAtMost() {
    assertThat(pay("k".repeat(255), PAY).getStatusCode()).isEqualTo(201);
    assertProblem(pay("k".repeat(256), PAY), 400, "idempotency-key-malformed");
    assertProblem(pay("\"" + "k".repeat(256) + "\"", PAY), 400, "idempotency-key-malformed");
  }

  @Test
  void theDraftsQuotedStringIsTheSameKeyAsTheBareOne() {
    pay("8e03978e-40d5-43dd-bc93-6894a57f9324", PAY);

    pay("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", PAY);

    assertThat(payments()).isEqualTo(1);
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() {
    pay("key-1", PAY);

    assertProblem(pay("key-1", "{\"amount\":6}"), 422, "idempotency-key-reused");
    assertProblem(pay("key-1", "{\"amount\": 5}"), 422, "idempotency-key-reused");
    assertThat(payments()).isEqualTo(1);
  }

  @Test
  void anotherPathUnderTheKeyIsRefused() {
    call(post("/payments/a/refusals", PAY).header("idempotency-key", "key-1"));

    var other = call(post("/payments/b/refusals", PAY).header("idempotency-key", "key-1"));

    assertProblem(other, 422, "idempotency-key-reused");
  }

  @Test
  void aKeyBelongsToItsCallerTenantAndRoute() {
    pay("key-1", PAY);

    call(post("/payments", PAY, "u-2", "t-1").header("idempotency-key", "key-1"));
    call(post("/payments", PAY, "u-1", "t-2").header("idempotency-key", "key-1"));
    call(post("/payments/elsewhere", PAY).header("idempotency-key", "key-1"));

    assertThat(payments()).isEqualTo(4);
  }

  @Test
  void aRefusalIsAnAnswerToo() {
    var first = call(post("/payments/a/refusals", PAY).header("idempotency-key", "key-1"));

    var second = call(post("/payments/a/refusals", PAY).header("idempotency-key", "key-1"));

    assertProblem(first, 409, "too-poor");
    assertProblem(second, 409, "too-poor");
    assertThat(second.getHeaders()).containsEntry("Idempotency-Replayed", "true");
  }

  @Test
  void whatIsInvalidUsesUpNoKey() {
    assertThat(pay("key-1", "{\"amount\":-5}").getStatusCode()).isEqualTo(422);

    assertThat(pay("key-1", PAY).getStatusCode()).isEqualTo(201);
  }

  @Test
  void ourFailureLeavesNeitherEffectNorAnswer() {
    var failed = call(post("/payments/failures", PAY).header("idempotency-key", "key-1"));

    assertProblem(failed, 503, "away");
    assertThat(payments()).isZero();
    assertThat(module.query("SELECT 1 FROM idempotency.requests")).isEmpty();
  }

  @Test
  void anExceptionLeavesNothingAndTheKeyMayBeUsedAgain() {
    midway.next.set(() -> {
      throw new IllegalStateException("on purpose");
    });

    assertThat(pay("key-1", PAY).getStatusCode()).isEqualTo(500);
    assertThat(payments()).isZero();
    assertThat(pay("key-1", PAY).getStatusCode()).isEqualTo(201);
    assertThat(payments()).isEqualTo(1);
  }

  @Test
  void aRequestThatRunsIsNotStartedAgain() {
    var inBetween = new ArrayList<APIGatewayV2HTTPResponse>();
    midway.next.set(() -> inBetween.add(elsewhere(() -> pay("key-1", PAY))));

    pay("key-1", PAY);

    assertProblem(inBetween.getFirst(), 409, "idempotency-key-running");
    assertThat(inBetween.getFirst().getHeaders()).containsEntry("Retry-After", "1");
    assertThat(payments()).isEqualTo(1);
  }

  @Test
  void fiftyAtOnceHaveOneEffect() throws Exception {
    try (var threads = Executors.newFixedThreadPool(50)) {
      Callable<APIGatewayV2HTTPResponse> call = () -> pay("key-1", PAY);
      var answers = new ArrayList<APIGatewayV2HTTPResponse>();
      for (var answer : threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> call).toList())) {
        answers.add(answer.get());
      }

      assertThat(payments()).isEqualTo(1);
      assertThat(answers).allMatch(a -> a.getStatusCode() == 201 || a.getStatusCode() == 409);
      assertThat(
              answers.stream()
                  .filter(a -> a.getStatusCode() == 201)
                  .map(APIGatewayV2HTTPResponse::getBody)
                  .distinct())
          .hasSize(1);
    }
  }

  @Test
  void whoIsOvertakenHasNoEffect() {
    var overtaking = new ArrayList<APIGatewayV2HTTPResponse>();
    midway.next.set(() -> {
      module.execute("UPDATE idempotency.requests SET leased_until = claimed_at");
      overtaking.add(elsewhere(() -> pay("key-1", PAY)));
    });

    var overtaken = pay("key-1", PAY);

    assertThat(overtaking.getFirst().getStatusCode()).isEqualTo(201);
    assertProblem(overtaken, 409, "idempotency-key-running");
    assertThat(payments()).isEqualTo(1);
    assertThat(pay("key-1", PAY).getBody()).isEqualTo(overtaking.getFirst().getBody());
  }

  @Test
  void aRunThatDiedMakesRoomOnceItsLeaseIsOver() {
    module.execute(
        """
        INSERT INTO idempotency.requests
          (tenant, caller, route, key, fingerprint, claim, claimed_at, leased_until, expires_at)
        SELECT 't-1', 'u-1', 'POST /payments', 'key-1', 'another', gen_random_uuid(), at, at, at + INTERVAL '1 day'
        FROM (SELECT CAST('2026-11-21T11:59:00Z' AS timestamptz) AS at) x
        """);

    assertProblem(pay("key-1", PAY), 422, "idempotency-key-reused");

    module.execute("TRUNCATE idempotency.requests");
    pay("key-1", PAY);
    module.execute("UPDATE idempotency.requests SET status = NULL, headers = NULL, body = NULL");
    assertProblem(pay("key-1", PAY), 409, "idempotency-key-running");
    module.execute("UPDATE idempotency.requests SET leased_until = claimed_at");
    assertThat(pay("key-1", PAY).getStatusCode()).isEqualTo(201);
  }

  @Test
  void anAnswerIsKeptForItsTime() {
    var clock = module.bean(MutableClock.class);
    var before = clock.instant();
    pay("key-1", PAY);

    clock.advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(pay("key-1", PAY).getHeaders()).containsKey("Idempotency-Replayed");
    clock.advance(Duration.ofSeconds(1));
    assertThat(pay("key-1", "{\"amount\":7}").getStatusCode()).isEqualTo(201);

    clock.set(before);
    assertThat(payments()).isEqualTo(2);
  }

  @Test
  void whatFollowsTheCommitWaitsForIt() {
    var transactions = module.bean(Transactions.class);
    var seen = new ArrayList<Long>();
    midway.next.set(() -> {
      transactions.afterCommit(() -> seen.add(payments()));
      seen.add(payments());
    });

    pay("key-1", PAY);

    assertThat(seen).containsExactly(0L, 1L);
  }

  @Test
  void anEffectElsewhereIsCommittedAsItHappens() {
    var seen = new ArrayList<Long>();
    midway.next.set(() -> seen.add(payments()));

    var first = call(post("/payments/elsewhere", PAY).header("idempotency-key", "key-1"));
    var second = call(post("/payments/elsewhere", PAY).header("idempotency-key", "key-1"));

    assertThat(seen).containsExactly(1L);
    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(payments()).isEqualTo(1);
  }

  private static long payments() {
    return (Long)
        java.util.Objects.requireNonNull(module.query("SELECT count(*) FROM payments").getFirst());
  }

  /** On a thread of its own, as another process would. */
  private static <T> T elsewhere(Callable<T> call) {
    try (var thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(call).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static APIGatewayV2HTTPResponse pay(String key, String body) {
    return call(post("/payments", body).header("idempotency-key", key));
  }

  private static ApiEvent post(String path, String body) {
    return post(path, body, "u-1", "t-1");
  }

  private static ApiEvent post(String path, String body, String user, String tenant) {
    var exp = Instant.parse("2030-01-01T00:00:00Z").getEpochSecond();
    return ApiEvent.post(path)
        .authorizer(Map.of("sub", user, "tenant", tenant, "roles", "user", "exp", exp))
        .header("content-type", "application/json")
        .body(body);
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }

  private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String type) {
    assertThat(List.of(answer.getStatusCode(), answer.getHeaders().get("Content-Type")))
        .isEqualTo(List.of(status, "application/problem+json"));
    assertThat(answer.getBody()).contains("\"type\":\"" + type + "\"");
  }
}
