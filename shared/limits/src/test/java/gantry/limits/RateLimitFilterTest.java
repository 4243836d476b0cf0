package gantry.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.RedisServer;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Through the handler that runs in Lambda. */
class RateLimitFilterTest {
  private static final String RULES =
      """
      [{"route":"GET /metered/{x}","key":"user","tier":"*","limit":3,"window":"PT1M"},
       {"route":"GET /metered/{x}","key":"tenant","tier":"*","limit":5,"window":"PT1H"},
       {"route":"GET /metered/open","key":"ip","tier":"anonymous","limit":2,"window":"PT1M"},
       {"route":"GET /metered/guess","key":"user","tier":"*","limit":3,"window":"PT1M"}]
      """;

  private final String tenant = UUID.randomUUID().toString();
  private final ApplicationContext context = context(RedisServer.shared().url(), 1);
  private final ApiFunction function = new ApiFunction(context);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void everyAnswerTellsWhatIsLeft() {
    var answer = call("a", "user");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("RateLimit-Policy", "\"user\";q=3;w=60, \"tenant\";q=5;w=3600")
        .containsEntry("RateLimit", "\"user\";r=2;t=20, \"tenant\";r=4;t=720");
  }

  @Test
  void whoCallsTooOftenIsAnswered429() {
    calls("a", 3);

    var answer = call("a", "user");

    assertThat(answer.getStatusCode()).isEqualTo(429);
    assertThat(answer.getBody()).contains("\"type\":\"too-many-requests\"", "\"status\":429");
    assertThat(answer.getHeaders())
        .containsEntry("RateLimit-Policy", "\"user\";q=3;w=60")
        .hasEntrySatisfying("Retry-After", value -> assertThat(value).matches("20|1\\d"))
        .hasEntrySatisfying(
            "RateLimit", value -> assertThat(value).matches("\"user\";r=0;t=(60|5\\d)"));
  }

  @Test
  void whoIsRefusedForHimselfUsesUpNothingOfOthers() {
    calls("a", 10);

    assertThat(call("b", "user").getStatusCode()).isEqualTo(200);
    assertThat(call("b", "user").getStatusCode()).isEqualTo(200);
    assertThat(call("b", "user").getHeaders().get("RateLimit-Policy")).startsWith("\"tenant\"");
  }

  @Test
  void aPublicRouteIsCountedByTheGatewaysAddress() {
    var here = "2001:db8:" + Integer.toHexString(tenant.hashCode() & 0xffff) + ":1::";

    assertThat(open(here + "1").getStatusCode()).isEqualTo(200);
    assertThat(open(here + "2").getStatusCode()).isEqualTo(200);
    assertThat(open(here + "3").getStatusCode()).isEqualTo(429);
    assertThat(open(here.replace(":1::", ":2::1")).getStatusCode()).isEqualTo(200);
  }

  @Test
  void whoMayNotPassIsNotCounted() {
    for (var i = 0; i < 10; i++) {
      var unknown = function.handleRequest(ApiEvent.get("/metered/1").event(), new FakeContext());
      assertThat(unknown.getStatusCode()).isEqualTo(401);
    }
  }

  @Test
  void operatorsAreNotLimitedUnlessARuleSaysSo() {
    try (var plain = ApplicationContext.run(Map.of("redis.url", RedisServer.shared().url()))) {
      var answer =
          new ApiFunction(plain).handleRequest(event("a", "admin", "1"), new FakeContext());

      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(answer.getHeaders()).doesNotContainKey("RateLimit");
    }
  }

  @Test
  void withoutRedisAShareIsAllowedAndGuessingIsNot() {
    try (var alone = context("", 10)) {
      var without = new ApiFunction(alone);

      assertThat(without.handleRequest(event("a", "user", "1"), new FakeContext()).getStatusCode())
          .isEqualTo(200);
      assertThat(without.handleRequest(event("a", "user", "1"), new FakeContext()).getStatusCode())
          .isEqualTo(429);
      var guess = without.handleRequest(event("b", "user", "guess"), new FakeContext());
      assertThat(guess.getStatusCode()).isEqualTo(503);
      assertThat(guess.getHeaders()).containsKey("Retry-After");
    }
  }

  @Test
  void aMalformedSettingStopsTheStart() {
    assertThatThrownBy(() -> ApplicationContext.run(Map.of("rate.limits", "[{}]")).close())
        .hasStackTraceContaining("RATE_LIMITS is malformed: rule 1");
  }

  private static ApplicationContext context(String redisUrl, int instances) {
    return ApplicationContext.run(
        Map.of("redis.url", redisUrl, "rate.limits", RULES, "rate-limit.instances", instances));
  }

  private void calls(String user, int times) {
    for (var i = 0; i < times; i++) {
      call(user, "user");
    }
  }

  private APIGatewayV2HTTPResponse call(String user, String roles) {
    return function.handleRequest(event(user, roles, "1"), new FakeContext());
  }

  private APIGatewayV2HTTPResponse open(String address) {
    var event = ApiEvent.get("/metered/open").sourceIp(address).header("X-Forwarded-For", "::1");
    return function.handleRequest(event.event(), new FakeContext());
  }

  private APIGatewayV2HTTPEvent event(String user, String roles, String id) {
    var vouched =
        new HashMap<String, Object>(
            Map.of("sub", user, "tenant", tenant, "roles", roles, "exp", Long.MAX_VALUE));
    return ApiEvent.get("/metered/" + id).authorizer(vouched).event();
  }
}
