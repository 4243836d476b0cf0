package gantry.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.signature.VerifySignature.Outcome;
import gantry.webhooks.signature.VerifySignature.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A signature that somebody else computed. */
record KnownAnswer(
    Provider provider, String secret, Map<String, String> headers, RawBody body, Instant signedAt) {
  private static final Instant ANY_TIME = Instant.parse("2026-11-21T03:00:00Z");

  static final KnownAnswer LEMON_SQUEEZY =
      new KnownAnswer(
          Provider.LEMONSQUEEZY,
          "ls_test_secret_123",
          Map.of("x-signature", "8ef99530cbf1503ff60f29b88af5c61bf4ade2b47c350ca121a29eccd775801f"),
          utf8(
              "{\"meta\":{\"event_name\":\"order_created\"},\"data\":{\"type\":\"orders\",\"id\":\"1\"}}"),
          ANY_TIME);

  static final KnownAnswer LEMON_SQUEEZY_BEYOND_ASCII =
      new KnownAnswer(
          Provider.LEMONSQUEEZY,
          "ls_test_secret_123",
          Map.of("x-signature", "3a9ddc6ea49c411c5ea89cfc9043af64bcd444d414c3e76377c1c699fe534b78"),
          utf8("{\"data\":{\"attributes\":{\"user_name\":\"Zoë 🍋\"}}}"),
          ANY_TIME);

  static final KnownAnswer STANDARD =
      new KnownAnswer(
          Provider.STANDARD,
          "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
          Map.of(
              "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
              "webhook-timestamp", "1614265330",
              "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
          utf8("{\"test\": 2432232314}"),
          Instant.ofEpochSecond(1614265330));

  static final KnownAnswer STRIPE =
      new KnownAnswer(
          Provider.STRIPE,
          "webhook_secret",
          Map.of(
              "stripe-signature",
              "t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7"),
          utf8(
              """
              {
                "id": "evt_123",
                "object": "event",
                "account": "acct_123",
                "api_version": "2017-05-25",
                "created": 1533204620,
                "data": {
                  "object": {
                    "id": "cus_123",
                    "object": "customer",
                    "created": 123456789,
                    "email": "test@stripe.com",
                    "livemode": false,
                    "metadata": {}
                  }
                },
                "livemode": false,
                "pending_webhooks": 1,
                "request": {
                  "id": "req_123",
                  "idempotency_key": "idempotency-key-123"
                },
                "type": "customer.created"
              }
              """),
          Instant.ofEpochSecond(1533204620));

  static final KnownAnswer GITHUB =
      new KnownAnswer(
          Provider.GITHUB,
          "It's a Secret to Everybody",
          Map.of(
              "x-hub-signature-256",
              "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"),
          utf8("Hello, World!"),
          ANY_TIME);

  static final KnownAnswer PADDLE =
      new KnownAnswer(
          Provider.PADDLE,
          "pdl_ntf_01hbpjmytsa32fhr36nqgc3kgb_WvRO0eL4Bj9rgYYIBZY6wZhG4EHy9jzh",
          Map.of(
              "paddle-signature",
              "ts=1696195954;h1=d96299976a6eb066f484d7fde011ac56fc32b38fc9940bc419d6e537fdc6ef02"),
          utf8("hello-world"),
          Instant.ofEpochSecond(1696195954));

  static Stream<KnownAnswer> all() {
    return Stream.of(LEMON_SQUEEZY, LEMON_SQUEEZY_BEYOND_ASCII, STANDARD, STRIPE, GITHUB, PADDLE);
  }

  KnownAnswer with(String header, String value) {
    var changed = new HashMap<>(headers);
    changed.put(header, value);
    return new KnownAnswer(provider, secret, changed, body, signedAt);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  KnownAnswer withSecret(String other) {
    return new KnownAnswer(provider, other, headers, body, signedAt);
  }

  KnownAnswer withBody(byte[] other) {
    return new KnownAnswer(provider, secret, headers, RawBody.of(other), signedAt);
  }

  Outcome verdict() {
    return verdictAt(signedAt);
  }

  Outcome verdictAt(Instant now) {
    return verdictWith(secrets(), now);
  }

  Outcome verdictWith(List<SigningSecret> secrets, Instant now) {
    return new VerifySignature(SignatureScheme.of(provider), new TimeWindow(Duration.ofMinutes(5)))
        .verify(new Signed(headers, body), secrets, now);
  }

  List<SigningSecret> secrets() {
    return SignatureScheme.of(provider)
        .key(secret)
        .map(key -> new SigningSecret(key, Mode.TEST, null))
        .stream()
        .toList();
  }

  @Override
  public String toString() {
    return provider + " " + body;
  }

  private static RawBody utf8(String text) {
    return RawBody.of(text.getBytes(UTF_8));
  }
}
