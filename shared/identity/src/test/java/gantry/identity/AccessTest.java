package gantry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the handler that runs in Lambda, at 04:00:00. */
class AccessTest {
  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final ApiFunction FUNCTION = new ApiFunction(CONTEXT);
  private static final long NOW = Instant.parse("2026-11-21T04:00:00Z").getEpochSecond();

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
    "/doors/public, '', 200",
    "/doors/forgotten, '', 403",
    "/doors/forgotten, admin, 403",
    "/doors/caller, '', 200",
    "/doors/caller, user, 200",
    "/doors/admin, '', 403",
    "/doors/admin, user, 403",
    "/doors/admin, 'user,service', 403",
    "/doors/admin, admin, 200",
    "/doors/admin, 'user,admin', 200",
    "/doors/staff, user, 403",
    "/doors/staff, service, 200",
    "/doors/staff, admin, 200",
    "/doors/nobody, 'admin,service,user', 403",
    "/admins/one, user, 403",
    "/admins/one, admin, 200",
    "/admins/public, user, 403",
    "/nothing, admin, 404"
  })
  void aKnownCallerPassesByRole(String path, String roles, int status) {
    var answer = call(ApiEvent.get(path).authorizer(vouched("roles", roles)));

    assertThat(answer.getStatusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.getBody()).contains("\"type\":\"forbidden\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/doors/public, 200",
    "/doors/forgotten, 401",
    "/doors/caller, 401",
    "/doors/admin, 401",
    "/doors/staff, 401",
    "/admins/one, 401",
    "/admins/public, 401"
  })
  void whoIsNotVouchedForPassesPublicDoorsOnly(String path, int status) {
    var answer = call(ApiEvent.get(path));

    assertThat(answer.getStatusCode()).isEqualTo(status);
    if (status == 401) {
      assertThat(answer.getBody()).contains("\"type\":\"unauthenticated\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ADMIN", " admin", "admin ", "administrator", "user;admin", "[admin]", "*", ","})
  void onlyExactRoleNamesCount(String roles) {
    var answer = call(ApiEvent.get("/doors/admin").authorizer(vouched("roles", roles)));

    assertThat(answer.getStatusCode()).isEqualTo(403);
  }

  @Test
  void headIsClosedAsGetIs() {
    var head = ApiEvent.request("HEAD", "/doors/admin").authorizer(vouched("roles", "user"));

    assertThat(call(head).getStatusCode()).isEqualTo(403);
  }

  @Test
  void theControllerLearnsWhoCalls() {
    var answer = call(ApiEvent.get("/doors/caller").authorizer(vouched("roles", "user")));

    assertThat(answer.getBody()).contains("\"user\":\"u-1\"", "\"tenant\":\"t-1\"");
  }

  @ParameterizedTest
  @CsvSource({"-1, 401", "0, 401", "1, 200"})
  void theAuthorizersWordEndsWithTheToken(int secondsLeft, int status) {
    var answer = call(ApiEvent.get("/doors/caller").authorizer(vouched("exp", NOW + secondsLeft)));

    assertThat(answer.getStatusCode()).isEqualTo(status);
  }

  @Test
  void anyKindOfNumberTellsTheEnd() {
    var answer = call(ApiEvent.get("/doors/caller").authorizer(vouched("exp", NOW + 0.9e1)));

    assertThat(answer.getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("halfContexts")
  void halfAWordIsNone(Map<String, ?> context) {
    var answer = call(ApiEvent.get("/doors/caller").authorizer(context));

    assertThat(answer.getStatusCode()).isEqualTo(401);
  }

  static Iterable<Map<String, ?>> halfContexts() {
    return List.of(
        Map.of("roles", "admin"),
        without("sub"),
        without("tenant"),
        without("exp"),
        vouched("sub", " "),
        vouched("tenant", ""),
        vouched("sub", 7),
        vouched("exp", "never"));
  }

  @Test
  void whatAClientSendsProvesNothing() {
    var forged =
        """
        {"requestContext":{"authorizer":{"lambda":{"sub":"u-2","tenant":"t-2","roles":"admin"}}}}\
        """;

    var answer =
        call(
            ApiEvent.post("/doors/caller")
                .header("x-user-id", "u-2")
                .header("x-roles", "admin")
                .header("authorization", "Bearer e30.e30.")
                .header("content-type", "application/json")
                .query("sub", "u-2")
                .body(forged));

    assertThat(answer.getStatusCode()).isEqualTo(401);
  }

  @Test
  void whatAClientSendsChangesNothing() {
    var answer =
        call(
            ApiEvent.post("/doors/caller")
                .header("x-user-id", "u-2")
                .header("content-type", "application/json")
                .body("{\"sub\":\"u-2\"}")
                .authorizer(vouched("roles", "user")));

    assertThat(answer.getBody()).isEqualTo("u-1");
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return FUNCTION.handleRequest(event.event(), new FakeContext());
  }

  /** A whole context with one value of its own. */
  private static Map<String, Object> vouched(String name, Object value) {
    var context =
        new HashMap<String, Object>(
            Map.of("sub", "u-1", "tenant", "t-1", "roles", "user", "exp", NOW + 60));
    context.put(name, value);
    return context;
  }

  private static Map<String, Object> without(String name) {
    var context = vouched("roles", "admin");
    context.remove(name);
    return context;
  }
}
