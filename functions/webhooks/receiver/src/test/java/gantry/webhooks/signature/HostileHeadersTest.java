package gantry.webhooks.signature;

import static gantry.webhooks.signature.KnownAnswer.GITHUB;
import static gantry.webhooks.signature.KnownAnswer.LEMON_SQUEEZY;
import static gantry.webhooks.signature.KnownAnswer.PADDLE;
import static gantry.webhooks.signature.KnownAnswer.STANDARD;
import static gantry.webhooks.signature.KnownAnswer.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.signature.VerifySignature.Outcome.Mismatch;
import gantry.webhooks.signature.VerifySignature.Outcome.Verified;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each header here stands beside a right signature or nearly is one, and is refused all the same.
 */
class HostileHeadersTest {
  private static final String HEX = LEMON_SQUEEZY.header("x-signature");
  private static final String GITHUB_HEX =
      GITHUB.header("x-hub-signature-256").substring("sha256=".length());
  private static final String STRIPE_GOOD = STRIPE.header("stripe-signature");
  private static final String STRIPE_HEX = STRIPE_GOOD.substring("t=1533204620,v1=".length());
  private static final String PADDLE_GOOD = PADDLE.header("paddle-signature");
  private static final String PADDLE_HEX = PADDLE_GOOD.substring("ts=1696195954;h1=".length());
  private static final String STANDARD_GOOD = STANDARD.header("webhook-signature");

  static Stream<Arguments> lemonSqueezy() {
    return Stream.of(
        arguments("empty", ""),
        arguments("blank", " "),
        arguments("upper case", HEX.toUpperCase(Locale.ROOT)),
        arguments("a space before", " " + HEX),
        arguments("a space behind", HEX + " "),
        arguments("a line behind", HEX + "\n"),
        arguments("odd", HEX.substring(1)),
        arguments("a byte short", HEX.substring(2)),
        arguments("a byte more", HEX + "00"),
        arguments("not hex", "g" + HEX.substring(1)),
        arguments("hex in another script", "８" + HEX.substring(1)),
        arguments("prefixed", "sha256=" + HEX),
        arguments("sent twice", HEX + "," + HEX),
        arguments("sent twice, the other wrong", "0".repeat(64) + "," + HEX),
        arguments("huge", HEX.repeat(2_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void lemonSqueezy(String how, String header) {
    assertThat(LEMON_SQUEEZY.with("x-signature", header).verdict()).isEqualTo(new Mismatch());
  }

  static Stream<Arguments> github() {
    return Stream.of(
        arguments("empty", ""),
        arguments("bare", GITHUB_HEX),
        arguments("only the prefix", "sha256="),
        arguments("another prefix", "sha1=" + GITHUB_HEX),
        arguments("upper case", "SHA256=" + GITHUB_HEX),
        arguments("a space between", "sha256= " + GITHUB_HEX),
        arguments("sent twice", ("sha256=" + GITHUB_HEX + ",").repeat(2)),
        arguments("short", "sha256=" + GITHUB_HEX.substring(2)),
        arguments("long", "sha256=" + GITHUB_HEX + "00"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void github(String how, String header) {
    assertThat(GITHUB.with("x-hub-signature-256", header).verdict()).isEqualTo(new Mismatch());
  }

  static Stream<Arguments> stripe() {
    return Stream.of(
        arguments("empty", ""),
        arguments("no time", "v1=" + STRIPE_HEX),
        arguments("no signature", "t=1533204620"),
        arguments("two times", "t=1533204620," + STRIPE_GOOD),
        arguments("two different times", STRIPE_GOOD + ",t=1"),
        arguments("sent twice", STRIPE_GOOD + "," + STRIPE_GOOD),
        arguments("sent twice with a space", STRIPE_GOOD + ", " + STRIPE_GOOD),
        arguments("only v0", STRIPE_GOOD.replace("v1=", "v0=")),
        arguments("v2", STRIPE_GOOD.replace("v1=", "v2=")),
        arguments("v11", STRIPE_GOOD.replace("v1=", "v11=")),
        arguments("upper case names", STRIPE_GOOD.replace("v1=", "V1=")),
        arguments("spaces in it", STRIPE_GOOD.replace(",", ", ")),
        arguments("a space before the time", STRIPE_GOOD.replace("t=", "t= ")),
        arguments("semicolons", STRIPE_GOOD.replace(',', ';')),
        arguments("another time", STRIPE_GOOD.replace("1533204620", "1533204621")),
        arguments("a zero before the time", STRIPE_GOOD.replace("t=", "t=0")),
        arguments("odd", STRIPE_GOOD.substring(0, STRIPE_GOOD.length() - 1)),
        arguments("long", STRIPE_GOOD + "00"),
        arguments("huge", "t=1533204620" + ",v1=0".repeat(20_000) + ",v1=" + STRIPE_HEX),
        arguments(
            "the right one is the 21st",
            "t=1533204620" + (",v1=" + "0".repeat(64)).repeat(20) + ",v1=" + STRIPE_HEX));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void stripe(String how, String header) {
    assertThat(STRIPE.with("stripe-signature", header).verdict()).isEqualTo(new Mismatch());
  }

  static Stream<Arguments> paddle() {
    return Stream.of(
        arguments("empty", ""),
        arguments("no time", "h1=" + PADDLE_HEX),
        arguments("no signature", "ts=1696195954"),
        arguments("two times", "ts=1696195954;" + PADDLE_GOOD),
        arguments("sent twice", PADDLE_GOOD + "," + PADDLE_GOOD),
        arguments("sent twice, joined for a third", PADDLE_GOOD + ",x;h1=" + PADDLE_HEX),
        arguments("commas", PADDLE_GOOD.replace(';', ',')),
        arguments("h2", PADDLE_GOOD.replace("h1=", "h2=")),
        arguments("stripe's names", PADDLE_GOOD.replace("ts=", "t=").replace("h1=", "v1=")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void paddle(String how, String header) {
    assertThat(PADDLE.with("paddle-signature", header).verdict()).isEqualTo(new Mismatch());
  }

  static Stream<Arguments> standard() {
    var value = STANDARD_GOOD.substring("v1,".length());
    return Stream.of(
        arguments("empty", ""),
        arguments("bare", value),
        arguments("asymmetric version", "v1a," + value),
        arguments("another version", "v2," + value),
        arguments("upper case", "V1," + value),
        arguments("no padding", "v1," + value.replace("=", "")),
        arguments("more padding", STANDARD_GOOD + "="),
        arguments("spare bits set", STANDARD_GOOD.replace("OE=", "OF=")),
        arguments("url alphabet", STANDARD_GOOD.replace('+', '-').replace('/', '_')),
        arguments("sent twice", STANDARD_GOOD + "," + STANDARD_GOOD),
        arguments("sent twice with lists", STANDARD_GOOD + " v1,AA==," + STANDARD_GOOD),
        arguments("tabs", "v1,AA==\t" + STANDARD_GOOD),
        arguments(
            "the right one is the 21st",
            ("v1," + "A".repeat(43) + "= ").repeat(20) + STANDARD_GOOD));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void standard(String how, String header) {
    assertThat(STANDARD.with("webhook-signature", header).verdict()).isEqualTo(new Mismatch());
  }

  @Test
  void aHeaderThatIsMissingIsAMismatch() {
    KnownAnswer.all()
        .forEach(known ->
            known
                .headers()
                .forEach((name, _) ->
                    assertThat(known.with(name, "").verdict()).isEqualTo(new Mismatch())));
  }

  @Test
  void standardIdsAndTimesSentTwiceAreAMismatch() {
    var id = STANDARD.header("webhook-id");

    assertThat(STANDARD.with("webhook-id", id + "," + id).verdict()).isEqualTo(new Mismatch());
    assertThat(STANDARD.with("webhook-id", "i".repeat(201)).verdict()).isEqualTo(new Mismatch());
    assertThat(STANDARD.with("webhook-timestamp", "1614265330,1614265330").verdict())
        .isEqualTo(new Mismatch());
  }

  @Test
  void theRightOneOfTwentyIsFound() {
    var verified = new Verified(Mode.TEST);
    var stripe = "t=1533204620" + (",v1=" + "0".repeat(64)).repeat(19) + ",v1=" + STRIPE_HEX;
    var standard = ("v1," + "A".repeat(43) + "= ").repeat(19) + STANDARD_GOOD;

    assertThat(STRIPE.with("stripe-signature", stripe).verdict()).isEqualTo(verified);
    assertThat(STANDARD.with("webhook-signature", standard).verdict()).isEqualTo(verified);
  }
}
