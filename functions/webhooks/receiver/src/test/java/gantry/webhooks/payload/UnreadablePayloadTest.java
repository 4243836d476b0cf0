package gantry.webhooks.payload;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gantry.webhooks.payload.WebhookPayload.Parsed;
import gantry.webhooks.payload.WebhookPayload.Unreadable;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadablePayloadTest {
  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("empty", bytes("")),
        arguments("blank", bytes(" \n")),
        arguments("text", bytes("hello")),
        arguments("an array", bytes("[]")),
        arguments("an array of objects", bytes("[{\"id\":\"evt_1\"}]")),
        arguments("a string", bytes("\"x\"")),
        arguments("null", bytes("null")),
        arguments("cut", bytes("{\"id\":\"evt_1\"")),
        arguments("cut in a string", bytes("{\"id\":\"evt")),
        arguments("a second document", bytes("{}{}")),
        arguments("garbage behind", bytes("{} x")),
        arguments("a comment", bytes("{/* */}")),
        arguments("a trailing comma", bytes("{\"id\":1,}")),
        arguments("a name twice", bytes("{\"id\":\"a\",\"id\":\"b\"}")),
        arguments("a name twice, once escaped", bytes("{\"id\":\"a\",\"\\u0069d\":\"b\"}")),
        arguments("a name twice where nobody looks", bytes("{\"x\":[{\"y\":1,\"y\":2}]}")),
        arguments("65 levels", bytes("{\"a\":".repeat(64) + "{}" + "}".repeat(64))),
        arguments("65 levels of arrays", bytes("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")),
        arguments("levels without end", bytes("[".repeat(100_000))),
        arguments("a number without end", bytes("{\"a\":" + "9".repeat(100_000) + "}")),
        arguments("NaN", bytes("{\"a\":NaN}")),
        arguments("a raw line feed in a string", bytes("{\"a\":\"\n\"}")),
        arguments("a bad escape", bytes("{\"a\":\"\\x\"}")),
        arguments("a byte order mark", bytes("\uFEFF{}")),
        arguments("UTF-16", "{}".getBytes(UTF_16LE)),
        arguments("a lone continuation byte", hex("7b2261223a2280227d")),
        arguments("an overlong slash", hex("7b2261223a22c0af227d")),
        arguments("an encoded surrogate", hex("7b2261223a22eda080227d")),
        arguments("NUL bytes", new byte[64]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void whatIsNoPlainObjectIsUnreadable(String what, byte[] bytes) {
    var body = RawBody.of(bytes);

    assertThat(WebhookPayload.read(Provider.STRIPE, Map.of(), body))
        .isEqualTo(new Unreadable(body.sha256(), null));
  }

  @Test
  void sixtyFourLevelsAreReadable() {
    var body = RawBody.of(bytes("{\"a\":".repeat(63) + "{}" + "}".repeat(63)));

    assertThat(WebhookPayload.read(Provider.STRIPE, Map.of(), body)).isInstanceOf(Parsed.class);
  }

  @Test
  void aStringThatFillsTheBodyIsReadable() {
    var body = RawBody.of(bytes("{\"a\":\"" + "x".repeat(262_000) + "\",\"id\":\"evt_1\"}"));

    assertThat(WebhookPayload.read(Provider.STRIPE, Map.of(), body).eventId()).isEqualTo("evt_1");
  }

  @Test
  void whatHeadersSayHoldsWithoutABody() {
    var headers = Map.of("x-github-event", "ping", "x-github-delivery", "72d3");

    assertThat(WebhookPayload.read(Provider.GITHUB, headers, RawBody.of(bytes("x"))))
        .isEqualTo(new Unreadable("72d3", "ping"));
  }

  @ParameterizedTest
  @EnumSource
  void nothingEverThrows(Provider provider) {
    var random = new Random(20261121);
    var alphabet = "{}[]\":,\\u0de9-+.eE tfn\u0000\u00e9";
    for (var round = 0; round < 20_000; round++) {
      var text = new StringBuilder("{");
      random
          .ints(random.nextInt(40), 0, alphabet.length())
          .forEach(i -> text.append(alphabet.charAt(i)));

      assertThat(
              WebhookPayload.read(provider, Map.of(), RawBody.of(bytes(text.toString()))).eventId())
          .isNotEmpty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
