package gantry.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.audit.Actor;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyModeTest {
  private static final Actor ANNA = new Actor("t-1", "anna");
  private static final Duration A_LOOK = Duration.ofSeconds(3);

  private final TestModule module = new TestModule();
  private final ApiFunction function = new ApiFunction(module.context());
  private final MutableClock clock = module.bean(MutableClock.class);

  @AfterEach
  void stop() {
    module.close();
  }

  @Test
  void nothingIsRestrictedAtFirst() {
    assertThat(post("/v1/shop").getStatusCode()).isEqualTo(200);
    assertThat(post("/v1/shop").getHeaders()).doesNotContainKey("X-Degraded");
  }

  @ParameterizedTest
  @CsvSource({
    "READ_ONLY, *, 503, 200, 503",
    "CLOSED, *, 503, 503, 503",
    "READ_ONLY, /v1/shop, 503, 200, 200",
    "CLOSED, /v1/shop, 503, 503, 200",
    "CLOSED, GET /v1/shop, 200, 503, 200",
    "CLOSED, /v2/shop, 503, 503, 200",
    "CLOSED, /shop, 503, 503, 200",
    "CLOSED, POST *, 503, 200, 503",
    "CLOSED, /v1/nothing, 200, 200, 200",
    "OFF, *, 200, 200, 200"
  })
  void theLevelAndTheRoutesDecide(Level level, String route, int buy, int look, int shopping) {
    turn(level, route, null, false);

    assertThat(post("/v1/shop").getStatusCode()).isEqualTo(buy);
    assertThat(get("/v1/shop/7").getStatusCode()).isEqualTo(look);
    assertThat(post("/v1/shopping").getStatusCode()).isEqualTo(shopping);
    assertThat(post("/v1/lamp").getStatusCode()).isEqualTo(200);
  }

  @Test
  void whoIsStoppedLearnsWhatAndForHowLong() {
    turn(Level.READ_ONLY, "*", null, false);

    var answer = post("/v1/shop");

    assertThat(post("/v1/wish").getStatusCode()).isEqualTo(503);
    assertThat(answer.getBody()).contains("\"type\":\"temporary-reduced-capacity\"");
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "30");
    assertThat(get("/v1/shop/7").getHeaders())
        .containsEntry("X-Degraded", "temporary-reduced-capacity");
    assertThat(get("/v1/nowhere").getStatusCode()).isEqualTo(404);
  }

  @Test
  void aProcessNoticesWithinSeconds() {
    post("/v1/shop");
    turn(Level.CLOSED, "*", null, false);

    assertThat(post("/v1/shop").getStatusCode()).isEqualTo(200);
    clock.advance(A_LOOK);
    assertThat(post("/v1/shop").getStatusCode()).isEqualTo(503);
  }

  @Test
  void itEndsAtItsTime() {
    turn(Level.CLOSED, "*", clock.instant().plusSeconds(60), false);

    clock.advance(Duration.ofSeconds(59));
    assertThat(post("/v1/shop").getStatusCode()).isEqualTo(503);
    clock.advance(Duration.ofSeconds(1));
    assertThat(post("/v1/shop").getStatusCode()).isEqualTo(200);
  }

  @Test
  void itEndsByItselfWhenProbesSucceed() {
    turn(Level.CLOSED, "*", null, true);

    assertThat(statuses(4)).containsExactly(503, 503, 503, 200);
    assertThat(module.bean(TurnSwitch.class).read().level()).isEqualTo(Level.OFF);
    assertThat(module.query("SELECT actor FROM audit.events WHERE chain <> 'root' ORDER BY number"))
        .containsExactly("anna", "emergency-mode");
  }

  @Test
  void itDoesNotEndByItselfWhenItIsNotTo() {
    turn(Level.CLOSED, "*", null, false);

    assertThat(statuses(6)).containsOnly(503);
  }

  @Test
  void theLastKnownStateHoldsWhileTheDatabaseIsAway() {
    turn(Level.CLOSED, "/v1/shop", null, true);
    post("/v1/shop");

    away();

    assertThat(statuses(6)).containsOnly(503);
    assertThat(post("/v1/shopping").getStatusCode()).isEqualTo(200);
  }

  @Test
  void aDatabaseThatStaysAwayMakesTheProcessReadOnlyUntilItIsBack() {
    post("/v1/shop");
    away();

    assertThat(statuses(3)).containsExactly(200, 200, 503);
    assertThat(get("/v1/shop/7").getStatusCode()).isEqualTo(200);
    assertThat(post("/v1/wish").getStatusCode()).isEqualTo(200);
    back();
    assertThat(statuses(3)).containsExactly(503, 503, 200);
  }

  private void turn(Level level, String route, @Nullable Instant until, boolean endsWhenHealthy) {
    module
        .bean(TurnSwitch.class)
        .turn(
            ANNA,
            new Restriction(
                level, List.of(route), "a test", "anna", clock.instant(), until, endsWhenHealthy));
  }

  /** The answers of one look each. */
  private List<Integer> statuses(int looks) {
    return java.util.stream.IntStream.range(0, looks)
        .mapToObj(_ -> {
          clock.advance(A_LOOK);
          return post("/v1/shop").getStatusCode();
        })
        .toList();
  }

  private void away() {
    module.execute("ALTER TABLE emergency.switch RENAME TO hidden");
  }

  private void back() {
    module.execute("ALTER TABLE emergency.hidden RENAME TO switch");
  }

  private APIGatewayV2HTTPResponse get(String path) {
    return call(ApiEvent.get(path));
  }

  private APIGatewayV2HTTPResponse post(String path) {
    return call(ApiEvent.post(path));
  }

  private APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }
}
