package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerHandlerTest {
  private static final long NOW = Tokens.NOW.getEpochSecond();

  private final Gate gate = Gate.withSecret();

  @Test
  void aGoodTokenNamesItsCaller() {
    assertThat(gate.bearer(Tokens.good().hs256()))
        .isEqualTo(
            """
            {"isAuthorized":true,"context":{"sub":"u_42","tenant":"acme",\
            "roles":"admin,user","exp":%d}}\
            """
                .formatted(NOW + 630));
    assertThat(gate.metrics()).contains("\"TokenAccepted\":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER ", "bEaReR "})
  void theSchemesNameHasNoCase(String scheme) {
    assertThat(gate.authorization(scheme + Tokens.good().hs256())).contains("true");
  }

  @Test
  void claimsMayHaveOtherNames() {
    var other =
        Gate.with(
            Map.of(
                "JWT_SECRET", Tokens.SECRET,
                "JWT_ISSUER", "https://id.example.org/",
                "JWT_AUDIENCE", "shop",
                "JWT_TENANT_CLAIM", "https://example.org/org",
                "JWT_ROLES_CLAIM", "groups"));
    var token =
        Tokens.good()
            .claim("iss", "https://id.example.org/")
            .claim("aud", List.of("other", "shop"))
            .claim("https://example.org/org", "acme2")
            .claim("groups", List.of("service"));

    assertThat(other.bearer(token.hs256()))
        .contains("\"tenant\":\"acme2\"", "\"roles\":\"service\"");
  }

  static Stream<Arguments> goodAsWell() {
    return Stream.of(
        arguments("no type", Tokens.good().header("typ", null)),
        arguments("an access token's type", Tokens.good().header("typ", "at+JWT")),
        arguments("expired within the skew", Tokens.good().claim("exp", NOW - 29)),
        arguments("valid from within the skew", Tokens.good().claim("nbf", NOW + 30)),
        arguments("a fraction of a second", Tokens.good().claim("exp", NOW + 60.5)),
        arguments(
            "an audience among others", Tokens.good().claim("aud", List.of("x", "gantry-api"))),
        arguments(
            "keys in its header",
            Tokens.good()
                .header("jku", "https://evil.example/")
                .header("x5u", "https://evil.example/")),
        arguments("a key id", Tokens.good().header("kid", "../../dev/null")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void goodAsWell(String what, Tokens token) {
    assertThat(gate.bearer(token.hs256())).contains("\"isAuthorized\":true");
  }

  static Stream<Arguments> wrongClaims() {
    return Stream.of(
        arguments("expired", Tokens.good().claim("exp", NOW - 30)),
        arguments("expired", Tokens.good().claim("exp", 0)),
        arguments("malformed-claims", Tokens.good().claim("exp", null)),
        arguments("malformed-claims", Tokens.good().claim("exp", "" + (NOW + 600))),
        arguments("malformed-claims", Tokens.good().claim("exp", -1)),
        arguments("malformed-claims", Tokens.good().claim("exp", Long.MAX_VALUE)),
        arguments("malformed-claims", Tokens.good().claim("exp", 1e300)),
        arguments("malformed-claims", Tokens.good().claim("exp", List.of(NOW + 600))),
        arguments("not-yet-valid", Tokens.good().claim("nbf", NOW + 31)),
        arguments("not-yet-valid", Tokens.good().claim("nbf", "soon")),
        arguments("wrong-issuer", Tokens.good().claim("iss", null)),
        arguments("wrong-issuer", Tokens.good().claim("iss", "Gantry")),
        arguments("wrong-issuer", Tokens.good().claim("iss", List.of("gantry"))),
        arguments("wrong-audience", Tokens.good().claim("aud", null)),
        arguments("wrong-audience", Tokens.good().claim("aud", "gantry")),
        arguments("wrong-audience", Tokens.good().claim("aud", List.of())),
        arguments("wrong-audience", Tokens.good().claim("aud", Map.of("gantry-api", 1))),
        arguments("malformed-claims", Tokens.good().claim("sub", null)),
        arguments("malformed-claims", Tokens.good().claim("sub", "")),
        arguments("malformed-claims", Tokens.good().claim("sub", " u")),
        arguments("malformed-claims", Tokens.good().claim("sub", "u\u0000")),
        arguments("malformed-claims", Tokens.good().claim("sub", "u".repeat(201))),
        arguments("malformed-claims", Tokens.good().claim("sub", 42)),
        arguments("malformed-claims", Tokens.good().claim("tenant", null)),
        arguments("malformed-claims", Tokens.good().claim("tenant", "a\nb")),
        arguments("no-role", Tokens.good().claim("roles", null)),
        arguments("no-role", Tokens.good().claim("roles", List.of())),
        arguments("no-role", Tokens.good().claim("roles", "admin")),
        arguments("no-role", Tokens.good().claim("roles", List.of("Admin", "root"))),
        arguments("no-role", Tokens.good().claim("roles", List.of("admin", 1))),
        arguments("no-role", Tokens.good().claim("roles", Map.of("admin", true))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void wrongClaims(String reason, Tokens token) {
    assertThat(gate.bearer(token.hs256())).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo(reason);
  }

  static Stream<Arguments> wrongForms() {
    var good = Tokens.good().hs256();
    return Stream.of(
        arguments("no-bearer-token", ""),
        arguments("no-bearer-token", good),
        arguments("no-bearer-token", "Bearer"),
        arguments("no-bearer-token", "Bearer "),
        arguments("no-bearer-token", "Bearer  " + good),
        arguments("no-bearer-token", " Bearer " + good),
        arguments("no-bearer-token", "Bearer " + good + " "),
        arguments("no-bearer-token", "Bearer\t" + good),
        arguments("no-bearer-token", "Bearer " + good + "\n"),
        arguments("no-bearer-token", "Bearer " + good + ",Bearer " + good),
        arguments("no-bearer-token", "Basic " + good),
        arguments("no-bearer-token", "DPoP " + good),
        arguments("no-bearer-token", "Bearer " + good + "="),
        arguments("no-bearer-token", "Bearer " + good + "."),
        arguments("no-bearer-token", "Bearer " + good.substring(0, good.lastIndexOf('.') + 1)),
        arguments("no-bearer-token", "Bearer a.b"),
        arguments("no-bearer-token", "Bearer a.b.c.d.e"),
        arguments("no-bearer-token", "Bearer " + good.replace('.', ',')),
        arguments("malformed-token", "Bearer a.b.c"),
        arguments("malformed-token", "Bearer e30.e30.e30"),
        arguments("malformed-token", "Bearer bnVsbA.bnVsbA.bnVsbA"),
        arguments("token-too-large", "Bearer " + good + "a".repeat(8 * 1024)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void wrongForms(String reason, String authorization) {
    assertThat(gate.authorization(authorization)).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo(reason);
  }

  static Stream<Arguments> wrongHeaders() {
    return Stream.of(
        arguments("malformed-token", Tokens.good().header("alg", "none")),
        arguments("malformed-token", Tokens.good().header("alg", null)),
        arguments("wrong-algorithm", Tokens.good().header("alg", "None")),
        arguments("wrong-algorithm", Tokens.good().header("alg", "hs256")),
        arguments("wrong-algorithm", Tokens.good().header("alg", "HS512")),
        arguments("wrong-algorithm", Tokens.good().header("alg", "RS256")),
        arguments("wrong-algorithm", Tokens.good().header("alg", "ES256")),
        arguments("malformed-token", Tokens.good().header("alg", 256)),
        arguments("malformed-token", Tokens.good().header("crit", List.of("exp")).header("exp", 1)),
        arguments("malformed-token", Tokens.good().header("crit", List.of())),
        arguments(
            "malformed-token", Tokens.good().header("crit", List.of("b64")).header("b64", false)),
        arguments("malformed-token", Tokens.good().header("b64", false)),
        arguments("malformed-token", Tokens.good().header("b64", true)),
        arguments("malformed-token", Tokens.good().header("typ", "dpop+jwt")),
        arguments("malformed-token", Tokens.good().header("typ", 1)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void wrongHeaders(String reason, Tokens token) {
    assertThat(gate.bearer(token.hs256())).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo(reason);
  }

  @Test
  void aTokenWithoutASignatureIsRefused() {
    var none = Tokens.good().header("alg", "none").signed();

    assertThat(gate.bearer(none + ".")).isEqualTo(Gate.REFUSED);
    assertThat(gate.bearer(none)).isEqualTo(Gate.REFUSED);
  }

  @Test
  void aKeyInTheHeaderIsNotUsed() {
    var own = "another-secret-of-at-least-32-bytes".getBytes(UTF_8);
    var jwk = Map.of("kty", "oct", "k", Tokens.base64(own));

    assertThat(gate.bearer(Tokens.good().header("jwk", jwk).hs256(own))).isEqualTo(Gate.REFUSED);
  }

  @Test
  void oneFlippedBitAnywhereIsRefused() {
    var token = Tokens.good().hs256();
    for (var bit = 0; bit < token.length() * 8; bit++) {
      var chars = token.toCharArray();
      chars[bit / 8] ^= (char) (1 << bit % 8);

      assertThat(gate.bearer(new String(chars))).as("bit %d", bit).isEqualTo(Gate.REFUSED);
    }
  }

  @Test
  void oneFlippedBitOfTheSecretIsRefused() {
    var token = Tokens.good().hs256();
    for (var bit = 0; bit < Tokens.SECRET.length() * 8; bit++) {
      var chars = Tokens.SECRET.toCharArray();
      chars[bit / 8] ^= (char) (1 << bit % 8);
      gate.environment.put("JWT_SECRET", new String(chars));

      assertThat(gate.bearer(token)).as("bit %d", bit).isEqualTo(Gate.REFUSED);
    }
  }

  @Test
  void spareBitsOfTheSignatureAreNotFree() {
    var token = Tokens.good().hs256();
    var last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    var index = last.indexOf(token.charAt(token.length() - 1));
    var twins = new ArrayList<String>();
    for (var spare = 1; spare < 4; spare++) {
      twins.add(token.substring(0, token.length() - 1) + last.charAt(index ^ spare));
    }

    assertThat(twins)
        .allSatisfy(twin -> {
          assertThat(Base64.getUrlDecoder().decode(signature(twin)))
              .isEqualTo(Base64.getUrlDecoder().decode(signature(token)));
          assertThat(gate.bearer(twin)).isEqualTo(Gate.REFUSED);
        });
  }

  @Test
  void aNameTwiceIsMalformed() {
    var claims = "{\"sub\":\"a\",\"sub\":\"b\"}";
    var header = Tokens.base64("{\"alg\":\"HS256\",\"alg\":\"HS256\"}".getBytes(UTF_8));

    assertThat(gate.bearer(header + "." + Tokens.base64(claims.getBytes(UTF_8)) + ".AAAA"))
        .isEqualTo(Gate.REFUSED);
  }

  @Test
  void nothingInATokenThrows() {
    var random = new Random(20261121);
    var values = List.of("null", "{}", "[]", "1", "\"HS256\"", "{\"alg\":null}", "1e999", "\"");
    for (var round = 0; round < 5_000; round++) {
      var value = values.get(random.nextInt(values.size()));
      var name = List.of("alg", "typ", "cty", "kid", "jwk", "x5c", "epk").get(random.nextInt(7));
      var header = "{\"alg\":\"HS256\",\"" + name + "\":" + value + "}";
      var claims = "{\"exp\":" + value + ",\"aud\":" + value + "}";

      assertThat(gate.bearer(part(header) + "." + part(value) + ".AAAA")).isEqualTo(Gate.REFUSED);
      assertThat(gate.bearer(part(value) + "." + part(claims) + ".AAAA")).isEqualTo(Gate.REFUSED);
    }
  }

  @Test
  void eventsWithoutAHeaderAreRefused() {
    assertThat(gate.event("{}")).isEqualTo(Gate.REFUSED);
    assertThat(gate.event("{\"headers\":null}")).isEqualTo(Gate.REFUSED);
    assertThat(gate.event("{\"headers\":{\"x\":\"y\"}}")).isEqualTo(Gate.REFUSED);
  }

  private static String part(String json) {
    return Tokens.base64(json.getBytes(UTF_8));
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }
}
