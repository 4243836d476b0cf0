package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.util.JSONObjectUtils;
import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SessionAuthorizerHandlerTest {
  private static final String PROOF = "proof-that-only-the-page-can-read";
  private static final String ADMITTED =
      """
      {"isAuthorized":true,"context":{"sub":"u_42","tenant":"acme","roles":"admin,user","exp":%d}}\
      """
          .formatted(Tokens.NOW.getEpochSecond() + 630);

  private final MutableClock clock = MutableClock.at(Tokens.NOW);
  private final Map<String, String> environment =
      new HashMap<>(Map.of("SESSION_SECRET", Tokens.SECRET));
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final SessionAuthorizerHandler handler =
      new SessionAuthorizerHandler(
          AuthorizerFactory.admitSession(Secrets.of(environment::get, clock), clock),
          new Metrics(new PrintStream(metrics, true, UTF_8), clock));

  @Test
  void aSessionOfOurOwnPageNamesItsOperator() throws IOException {
    assertThat(answer(new Browser())).isEqualTo(ADMITTED);
  }

  @Test
  void cookiesMayAlsoStandInTheHeader() throws IOException {
    var browser = new Browser();
    browser.headers.put("cookie", "a=b; " + browser.cookies.getFirst());
    browser.cookies.clear();

    assertThat(answer(browser)).isEqualTo(ADMITTED);
  }

  @Test
  void anOlderBrowserIsJudgedByItsOrigin() throws IOException {
    var browser = new Browser().without("sec-fetch-site").with("origin", "https://api.example.org");

    assertThat(answer(browser)).isEqualTo(ADMITTED);
  }

  @Test
  void onThisMachineAnOriginNeedsNoTls() throws IOException {
    var browser =
        new Browser()
            .without("sec-fetch-site")
            .with("host", "127.0.0.1:8080")
            .with("origin", "http://127.0.0.1:8080");

    assertThat(answer(browser)).isEqualTo(ADMITTED);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("no-session", "a stolen proof alone", new Browser().cookies()),
        arguments(
            "no-session",
            "a planted session beside the right one",
            new Browser().cookies(cookie(session()), cookie(session().claim("sub", "u_66")))),
        arguments(
            "no-session",
            "a cookie that a sibling's domain could set",
            new Browser().cookies("gantry-session=" + session().hs256())),
        arguments(
            "no-bearer-token", "an empty cookie", new Browser().cookies("__Host-gantry-session=")),
        arguments(
            "no-csrf-proof",
            "another page of ours without it",
            new Browser().without("x-csrf-token")),
        arguments("no-csrf-proof", "a wrong proof", new Browser().with("x-csrf-token", "guessed")),
        arguments(
            "no-csrf-proof",
            "the proof of another session",
            new Browser().with("x-csrf-token", PROOF + "2")),
        arguments(
            "no-csrf-proof", "letters beyond ASCII", new Browser().with("x-csrf-token", "pröof")),
        arguments(
            "no-csrf-proof",
            "a session without its hash",
            new Browser().cookies(cookie(session().claim("csrf", null)))),
        arguments(
            "foreign-page", "another site", new Browser().with("sec-fetch-site", "cross-site")),
        arguments(
            "foreign-page",
            "a sibling's domain",
            new Browser().with("sec-fetch-site", "same-site")),
        arguments(
            "foreign-page", "an address typed in", new Browser().with("sec-fetch-site", "none")),
        arguments(
            "foreign-page",
            "two answers",
            new Browser().with("sec-fetch-site", "same-origin,same-origin")),
        arguments("foreign-page", "nothing said", new Browser().without("sec-fetch-site")),
        arguments(
            "foreign-page",
            "another origin",
            new Browser().without("sec-fetch-site").with("origin", "https://evil.example.org")),
        arguments(
            "foreign-page",
            "our name without TLS",
            new Browser().without("sec-fetch-site").with("origin", "http://api.example.org")),
        arguments(
            "foreign-page",
            "no origin in a frame",
            new Browser().without("sec-fetch-site").with("origin", "null")),
        arguments("expired", "a session of yesterday", of(session().claim("exp", 1_000_000))),
        arguments("wrong-issuer", "a token of the API", of(session().claim("iss", "gantry"))),
        arguments("wrong-audience", "a token of the API", of(session().claim("aud", "gantry-api"))),
        arguments("no-role", "no operator", of(session().claim("roles", List.of()))),
        arguments(
            "signature-mismatch",
            "a key of others",
            new Browser().cookies(cookie(session()).replaceFirst("[^.]{20}$", "A".repeat(20)))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void refused(String reason, String what, Browser browser) throws IOException {
    assertThat(answer(browser)).as(what).isEqualTo(Gate.REFUSED);
    assertThat(metrics.toString(UTF_8)).contains("\"reason\":\"" + reason + "\"");
  }

  @Test
  void withoutAKeyNobodyIsAdmitted() throws IOException {
    environment.clear();

    assertThat(answer(new Browser())).isEqualTo(Gate.REFUSED);
    assertThat(metrics.toString(UTF_8)).contains("not-configured");
  }

  @Test
  void aSessionIsNoTokenOfTheApi() {
    var gate = Gate.withSecret();

    assertThat(gate.bearer(session().hs256())).isEqualTo(Gate.REFUSED);
  }

  @Test
  void anAuthorizationHeaderHelpsNobody() throws IOException {
    var browser = new Browser().cookies().with("authorization", "Bearer " + Tokens.good().hs256());

    assertThat(answer(browser)).isEqualTo(Gate.REFUSED);
  }

  private static Tokens session() {
    return Tokens.good()
        .claim("iss", "gantry-operator")
        .claim("aud", "gantry-operator")
        .claim("csrf", sha256(PROOF));
  }

  private static Browser of(Tokens session) {
    return new Browser().cookies(cookie(session));
  }

  private static String cookie(Tokens session) {
    return "__Host-gantry-session=" + session.hs256();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private String answer(Browser browser) throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(browser.event().getBytes(UTF_8)), answer, new FakeContext());
    return answer.toString(UTF_8);
  }

  /** What a browser sends for our page. */
  static final class Browser {
    final Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "host", "api.example.org",
                "sec-fetch-site", "same-origin",
                "x-csrf-token", PROOF));
    final List<String> cookies = new ArrayList<>(List.of(cookie(session())));

    Browser with(String name, String value) {
      headers.put(name, value);
      return this;
    }

    Browser without(String name) {
      headers.remove(name);
      return this;
    }

    Browser cookies(String... all) {
      cookies.clear();
      cookies.addAll(List.of(all));
      return this;
    }

    String event() {
      return JSONObjectUtils.toJSONString(
          Map.of("version", "2.0", "type", "REQUEST", "cookies", cookies, "headers", headers));
    }
  }
}
