package gantry.operations.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import gantry.http.ApiFunction;
import gantry.operations.TestModule;
import gantry.operations.TestModule.TestSecrets;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorPageTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String SESSION = "/operator/session";

  private static TestModule module;
  private static ApiFunction function;
  private static Map<String, String> secrets;
  private static Instant now;

  @BeforeAll
  static void start() {
    module = new TestModule(url -> url.replaceFirst(":[0-9]+/", ":1/"), Map.of("test.sqs", "real"));
    function = new ApiFunction(module.context());
    secrets = module.bean(TestSecrets.class).values();
    now = module.bean(MutableClock.class).instant();
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @BeforeEach
  void setUp() {
    secrets.put("SESSION_SECRET", KEY);
  }

  /** There is no database behind this module: whoever is called out of bed can sign in. */
  @Test
  void aTokenBecomesASessionOfAtMostAnHour() throws Exception {
    var answer = signIn("admin,user", Duration.ofDays(30));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("op-1", "acme", now.plusSeconds(3600).toString());
    assertThat(answer.getHeaders()).doesNotContainKey("Set-Cookie");
    assertThat(answer.getCookies())
        .satisfiesExactly(
            session ->
                assertThat(session)
                    .startsWith("__Host-gantry-session=ey")
                    .endsWith("; Max-Age=3600; Path=/; Secure; SameSite=Strict; HttpOnly"),
            proof ->
                assertThat(proof)
                    .startsWith("__Host-gantry-csrf=")
                    .endsWith("; Max-Age=3600; Path=/; Secure; SameSite=Strict"));
    var claims = session(answer).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("gantry-operator");
    assertThat(claims.getAudience()).containsExactly("gantry-operator");
    assertThat(claims.getSubject()).isEqualTo("op-1");
    assertThat(claims.getStringListClaim("roles")).containsExactly("admin");
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(now.plusSeconds(3600)));
    assertThat(claims.getStringClaim("csrf")).isEqualTo(sha256(value(answer.getCookies().get(1))));
  }

  @Test
  void aSessionDoesNotOutliveItsToken() throws Exception {
    var answer = signIn("admin", Duration.ofMinutes(5));

    assertThat(answer.getCookies()).allMatch(cookie -> cookie.contains("; Max-Age=300;"));
    assertThat(session(answer).getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(now.plusSeconds(300)));
  }

  @Test
  void noTwoSessionsAreTheSame() {
    var one = signIn("admin", Duration.ofHours(1)).getCookies();
    var other = signIn("admin", Duration.ofHours(1)).getCookies();

    assertThat(one).doesNotContainAnyElementsOf(other);
  }

  @Test
  void onlyOperatorsSignIn() {
    var answer = signIn("user,service", Duration.ofHours(1));

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getCookies()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void noOtherPageSignsABrowserIn(String site) {
    var answer = call(ApiEvent.post(SESSION).authorizer(caller()).header("sec-fetch-site", site));

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("foreign-page");
    assertThat(answer.getCookies()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "too-short"})
  void withoutAKeyNobodySignsIn(String key) {
    secrets.put("SESSION_SECRET", key);

    var answer = signIn("admin", Duration.ofHours(1));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getBody()).contains("sign-in-not-set-up");
  }

  /** A browser ends a cookie of this name only by the same attributes. */
  @Test
  void signingOutEndsBothCookies() {
    var answer = call(ApiEvent.request("DELETE", SESSION).authorizer(caller()));

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(answer.getCookies())
        .containsExactly(
            "__Host-gantry-session=; Max-Age=0; Path=/; Secure; SameSite=Strict; HttpOnly",
            "__Host-gantry-csrf=; Max-Age=0; Path=/; Secure; SameSite=Strict");
  }

  @Test
  void theSessionTellsWhoseItIs() {
    var answer = call(ApiEvent.get(SESSION).authorizer(caller()));

    assertThat(answer.getBody()).contains("\"user\":\"op-1\"", "\"tenant\":\"acme\"");
  }

  @Test
  void anOperatorsRouteIsTheApisOwn() {
    var closed = call(ApiEvent.post("/operator/v1/health"));
    var open = call(ApiEvent.get("/operator/v1/health/live"));

    assertThat(closed.getStatusCode()).isEqualTo(401);
    assertThat(open.getBody()).contains("ALIVE");
  }

  @Test
  void thePageHasNoInlineScriptAndAllowsNone() {
    var page = call(ApiEvent.get("/operator"));

    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getHeaders().get("Content-Type")).startsWith("text/html");
    assertThat(page.getHeaders().get("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.getBody())
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parts", "panels", "page"})
  void noScriptMakesMarkupOfText(String name) {
    var script = call(ApiEvent.get("/operator/" + name + ".js"));

    assertThat(script.getStatusCode()).isEqualTo(200);
    assertThat(script.getHeaders().get("Content-Type")).startsWith("text/javascript");
    assertThat(script.getBody())
        .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(");
  }

  @Test
  void theStyleIsThere() {
    var style = call(ApiEvent.get("/operator/page.css"));

    assertThat(style.getStatusCode()).isEqualTo(200);
    assertThat(style.getHeaders().get("Content-Type")).startsWith("text/css");
  }

  private static APIGatewayV2HTTPResponse signIn(String roles, Duration left) {
    return call(
        ApiEvent.post(SESSION)
            .authorizer(caller(roles, left))
            .header("sec-fetch-site", "same-origin"));
  }

  private static Map<String, Object> caller() {
    return caller("admin", Duration.ofHours(1));
  }

  private static Map<String, Object> caller(String roles, Duration left) {
    var exp = now.plus(left).getEpochSecond();
    return Map.of("sub", "op-1", "tenant", "acme", "roles", roles, "exp", exp);
  }

  private static SignedJWT session(APIGatewayV2HTTPResponse answer) throws Exception {
    var jwt = SignedJWT.parse(value(answer.getCookies().getFirst()));
    assertThat(jwt.verify(new MACVerifier(KEY))).isTrue();
    return jwt;
  }

  private static String value(String cookie) {
    return List.of(cookie.split(Pattern.quote(";"), 2)).getFirst().split("=", 2)[1];
  }

  private static String sha256(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }
}
