package gantry.webhooks.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gantry.webhooks.payload.WebhookPayload.Parsed;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPayloadTest {
  @Test
  void lemonSqueezySaysAllButAnId() {
    var body =
        """
        {"meta":{"test_mode":true,"event_name":"subscription_updated","webhook_id":"7c0d"},
         "data":{"type":"subscriptions","id":"900123","attributes":{
           "status":"active","first_subscription_item":{"id":300456,"updated_at":"2020-01-01T00:00:00Z"},
           "updated_at":"2026-09-19T11:05:01.000000Z"}}}
        """;

    assertThat(read(Provider.LEMONSQUEEZY, body))
        .isEqualTo(
            new Parsed(
                sha256(body),
                "subscription_updated",
                new Resource("subscriptions", "900123"),
                Instant.parse("2026-09-19T11:05:01Z"),
                Mode.TEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"900123", "\"900123\""})
  void aSubscriptionInvoiceBelongsToItsSubscription(String id) {
    var body =
        """
        {"data":{"type":"subscription-invoices","id":"7","attributes":{"subscription_id":%s}}}
        """
            .formatted(id);

    assertThat(resource(Provider.LEMONSQUEEZY, body))
        .isEqualTo(new Resource("subscriptions", "900123"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1\""})
  void anIdMayBeANumber(String id) {
    assertThat(
            resource(
                Provider.LEMONSQUEEZY, "{\"data\":{\"type\":\"orders\",\"id\":%s}}".formatted(id)))
        .isEqualTo(new Resource("orders", "1"));
  }

  @Test
  void stripeSaysAll() {
    var body =
        """
        {"id":"evt_1","type":"customer.created","created":1533204620,"livemode":true,
         "data":{"object":{"id":"cus_1","object":"customer","created":1}}}
        """;

    assertThat(read(Provider.STRIPE, body))
        .isEqualTo(
            new Parsed(
                "evt_1",
                "customer.created",
                new Resource("customer", "cus_1"),
                Instant.ofEpochSecond(1533204620),
                Mode.LIVE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"subscription\":\"sub_1\"",
        "\"parent\":{\"subscription_details\":{\"subscription\":\"sub_1\"}}",
        "\"subscription\":null,\"parent\":{\"subscription_details\":{\"subscription\":\"sub_1\"}}"
      })
  void aStripeInvoiceBelongsToItsSubscription(String how) {
    var body = "{\"data\":{\"object\":{\"id\":\"in_1\",\"object\":\"invoice\",%s}}}".formatted(how);

    assertThat(resource(Provider.STRIPE, body)).isEqualTo(new Resource("subscription", "sub_1"));
  }

  @Test
  void paddleSaysAllButAMode() {
    var body =
        """
        {"event_id":"evt_01","event_type":"subscription.updated","notification_id":"ntf_01",
         "occurred_at":"2024-04-12T10:18:49.621022+02:00","data":{"id":"sub_01"}}
        """;

    assertThat(read(Provider.PADDLE, body))
        .isEqualTo(
            new Parsed(
                "evt_01",
                "subscription.updated",
                new Resource("subscription", "sub_01"),
                Instant.parse("2024-04-12T08:18:49.621022Z"),
                null));
  }

  @Test
  void aPaddleTransactionBelongsToItsSubscription() {
    var body =
        """
        {"event_type":"transaction.paid","data":{"id":"txn_1","subscription_id":%s}}
        """;

    assertThat(resource(Provider.PADDLE, body.formatted("\"sub_01\"")))
        .isEqualTo(new Resource("subscription", "sub_01"));
    assertThat(resource(Provider.PADDLE, body.formatted("null")))
        .isEqualTo(new Resource("transaction", "txn_1"));
  }

  @Test
  void standardTakesItsIdFromTheSignedHeader() {
    var body =
        "{\"type\":\"user.created\",\"timestamp\":\"2022-11-03T20:26:10.344522Z\",\"data\":{\"id\":\"u1\"}}";

    assertThat(read(Provider.STANDARD, Map.of("webhook-id", "msg_1"), body))
        .isEqualTo(
            new Parsed(
                "msg_1",
                "user.created",
                new Resource("user", "u1"),
                Instant.parse("2022-11-03T20:26:10.344522Z"),
                null));
  }

  @Test
  void githubNamesItsEventInHeaders() {
    var headers = Map.of("x-github-event", "push", "x-github-delivery", "72d3162e");

    assertThat(read(Provider.GITHUB, headers, "{\"repository\":{\"id\":1296269,\"name\":\"x\"}}"))
        .isEqualTo(
            new Parsed("72d3162e", "push", new Resource("repository", "1296269"), null, null));
  }

  @ParameterizedTest
  @CsvSource({"true,TEST", "false,LIVE", "1,TEST", "0,LIVE", "\"true\",TEST", "null,", "[],", "2,"})
  void lemonSqueezysModeIsAFlag(String flag, @Nullable String mode) {
    var payload = (Parsed) read(Provider.LEMONSQUEEZY, "{\"meta\":{\"test_mode\":" + flag + "}}");

    assertThat(payload.mode()).isEqualTo(mode == null ? null : Mode.valueOf(mode));
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        arguments("an empty id", "\"\""),
        arguments("a blank id", "\"  \""),
        arguments("a long id", "\"" + "x".repeat(201) + "\""),
        arguments("a NUL, which PostgreSQL refuses", "\"a\\u0000b\""),
        arguments("half a pair", "\"\\ud83c\""),
        arguments("a fraction", "1.5"),
        arguments("a power", "1e3"),
        arguments("a null", "null"),
        arguments("an object", "{\"id\":1}"),
        arguments("an array", "[1]"),
        arguments("a number of 900 digits", "9".repeat(900)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void anOddIdIsNone(String what, String id) {
    assertThat(
            resource(Provider.LEMONSQUEEZY, "{\"data\":{\"type\":\"orders\",\"id\":" + id + "}}"))
        .isNull();
    var stripe = "{\"id\":" + id + "}";
    assertThat(read(Provider.STRIPE, stripe).eventId()).isEqualTo(sha256(stripe));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"soon\"",
        "\"+999999999-01-01T00:00:00Z\"",
        "1790000000",
        "\"1969-12-31T23:59:59Z\"",
        "\"2026-09-19\"",
        "\"2026-09-19T11:05:01\"",
        "{}",
        "[]"
      })
  void anOddTimeIsNone(String time) {
    var body = "{\"data\":{\"attributes\":{\"updated_at\":" + time + "}}}";

    assertThat(((Parsed) read(Provider.LEMONSQUEEZY, body)).providerTime()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e9", "9999999999999", "\"soon\"", "\"１\"", "null"})
  void anOddSecondIsNone(String created) {
    assertThat(((Parsed) read(Provider.STRIPE, "{\"created\":" + created + "}")).providerTime())
        .isNull();
  }

  @Test
  void aDottedNameIsNoPath() {
    assertThat(resource(Provider.LEMONSQUEEZY, "{\"data.type\":\"orders\",\"data.id\":\"1\"}"))
        .isNull();
  }

  private static @Nullable Resource resource(Provider provider, String body) {
    return ((Parsed) read(provider, body)).resource();
  }

  private static WebhookPayload read(Provider provider, String body) {
    return read(provider, Map.of(), body);
  }

  private static WebhookPayload read(Provider provider, Map<String, String> headers, String body) {
    return WebhookPayload.read(provider, headers, RawBody.of(body.getBytes(UTF_8)));
  }

  private static String sha256(String body) {
    return RawBody.of(body.getBytes(UTF_8)).sha256();
  }
}
