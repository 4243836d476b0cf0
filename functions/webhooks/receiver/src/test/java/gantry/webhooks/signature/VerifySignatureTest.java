package gantry.webhooks.signature;

import static gantry.webhooks.signature.KnownAnswer.GITHUB;
import static gantry.webhooks.signature.KnownAnswer.LEMON_SQUEEZY;
import static gantry.webhooks.signature.KnownAnswer.PADDLE;
import static gantry.webhooks.signature.KnownAnswer.STANDARD;
import static gantry.webhooks.signature.KnownAnswer.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.signature.VerifySignature.Outcome.Mismatch;
import gantry.webhooks.signature.VerifySignature.Outcome.OutsideTolerance;
import gantry.webhooks.signature.VerifySignature.Outcome.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifySignatureTest {
  private static final Verified TEST = new Verified(Mode.TEST);

  static Stream<KnownAnswer> all() {
    return KnownAnswer.all();
  }

  static Stream<KnownAnswer> timed() {
    return Stream.of(STRIPE, PADDLE, STANDARD);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aKnownAnswerIsVerified(KnownAnswer known) {
    assertThat(known.verdict()).isEqualTo(TEST);
  }

  @Test
  void theStripeExampleHasItsPublishedLength() {
    assertThat(STRIPE.body().bytes()).hasSize(484);
  }

  @ParameterizedTest
  @MethodSource("all")
  void oneFlippedBitOfTheBodyFails(KnownAnswer known) {
    for (var bit = 0; bit < known.body().bytes().length * 8; bit++) {
      var body = known.body().bytes().clone();
      body[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(known.withBody(body).verdict()).as("bit %d", bit).isEqualTo(new Mismatch());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void oneFlippedBitOfAnyHeaderFails(KnownAnswer known) {
    known
        .headers()
        .forEach((name, value) ->
            assertThat(flips(value))
                .allSatisfy(flipped ->
                    assertThat(known.with(name, flipped).verdict()).isEqualTo(new Mismatch())));
  }

  @ParameterizedTest
  @MethodSource("all")
  void oneFlippedBitOfTheSecretFails(KnownAnswer known) {
    assertThat(flips(known.secret()))
        .allSatisfy(
            flipped -> assertThat(known.withSecret(flipped).verdict()).isEqualTo(new Mismatch()));
  }

  @ParameterizedTest
  @MethodSource("timed")
  void theWindowEndsAfterFiveMinutesOnBothSides(KnownAnswer known) {
    var signedAt = known.signedAt();

    assertThat(known.verdictAt(signedAt.plusSeconds(300))).isEqualTo(TEST);
    assertThat(known.verdictAt(signedAt.minusSeconds(300))).isEqualTo(TEST);
    assertThat(known.verdictAt(signedAt.plusSeconds(301))).isEqualTo(new OutsideTolerance());
    assertThat(known.verdictAt(signedAt.minusSeconds(301))).isEqualTo(new OutsideTolerance());
  }

  @ParameterizedTest
  @MethodSource("timed")
  void aWrongSignatureOutsideTheWindowIsOnlyWrong(KnownAnswer known) {
    assertThat(known.withSecret("whsec_b3RoZXI=").verdictAt(Instant.EPOCH))
        .isEqualTo(new Mismatch());
  }

  @ParameterizedTest
  @MethodSource("all")
  void schemesWithoutATimeHaveNoWindow(KnownAnswer known) {
    if (timed().noneMatch(known::equals)) {
      assertThat(known.verdictAt(Instant.parse("2050-01-01T00:00:00Z"))).isEqualTo(TEST);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1533204620",
        "-1",
        "١٥٣٣٢٠٤٦٢٠",
        "",
        "0x5b62",
        "1533204620.0",
        "15332046200000000000000",
        "0000000000001533204620"
      })
  void aSignedTimeThatIsNotPlainDigitsIsOutside(String time) {
    var body = "{}";
    var header = "t=" + time + ",v1=" + Hmac.hex(STRIPE.secret(), time + "." + body);

    assertThat(STRIPE.with("stripe-signature", header).withBody(Hmac.utf8(body)).verdict())
        .isEqualTo(new OutsideTolerance());
  }

  @Test
  void everySecretIsTriedAndTheMatchingOneGivesTheMode() {
    var live = new SigningSecret(new StripeScheme().key("another").orElseThrow(), Mode.LIVE, null);

    assertThat(STRIPE.verdictWith(concat(List.of(live), STRIPE.secrets()), STRIPE.signedAt()))
        .isEqualTo(TEST);
    assertThat(STRIPE.verdictWith(List.of(live), STRIPE.signedAt())).isEqualTo(new Mismatch());
  }

  @Test
  void withoutASecretNothingIsVerified() {
    assertThat(LEMON_SQUEEZY.verdictWith(List.of(), Instant.EPOCH)).isEqualTo(new Mismatch());
  }

  @Test
  void anEmptySecretIsNoKey() {
    assertThat(all().map(known -> SignatureScheme.of(known.provider()).key("")))
        .allMatch(Optional::isEmpty);
    assertThat(new StandardScheme().key("whsec_")).isEmpty();
    assertThat(new StandardScheme().key("not base64!")).isEmpty();
  }

  @Test
  void aStandardSecretWorksWithoutItsPrefix() {
    assertThat(STANDARD.withSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").verdict()).isEqualTo(TEST);
  }

  @Test
  void publishedHeadersWithTheirOtherEntriesAreVerified() {
    var stripe =
        STRIPE.header("stripe-signature")
            + ",v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef";
    var paddle =
        "ts=1696195954;h1=dummy;"
            + "h1=d96299976a6eb066f484d7fde011ac56fc32b38fc9940bc419d6e537fdc6ef02";

    assertThat(STRIPE.with("stripe-signature", stripe).verdict()).isEqualTo(TEST);
    assertThat(PADDLE.with("paddle-signature", paddle).verdict()).isEqualTo(TEST);
  }

  @Test
  void githubsOldSignatureIsIgnored() {
    var sha1 =
        GITHUB.with("x-hub-signature-256", "").with("x-hub-signature", "sha1=" + "0".repeat(40));

    assertThat(sha1.verdict()).isEqualTo(new Mismatch());
  }

  private static List<SigningSecret> concat(List<SigningSecret> one, List<SigningSecret> two) {
    return Stream.concat(one.stream(), two.stream()).toList();
  }

  private static Stream<String> flips(String text) {
    return IntStream.range(0, text.length() * 8)
        .mapToObj(bit -> {
          var chars = text.toCharArray();
          chars[bit / 8] ^= (char) (1 << bit % 8);
          return new String(chars);
        });
  }
}
