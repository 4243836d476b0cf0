package gantry.webhooks.subscriptions;

import org.jspecify.annotations.Nullable;

/** A subscription of Lemon Squeezy as its webhooks show it; times are of 2026-11-20. */
public record SubscriptionBody(
    String id,
    String status,
    @Nullable String variant,
    @Nullable String user,
    String at,
    String extra) {
  public static SubscriptionBody active(String id) {
    return new SubscriptionBody(id, "active", "222", "u-" + id, "10:00:00", "");
  }

  public SubscriptionBody status(String other) {
    return new SubscriptionBody(id, other, variant, user, at, extra);
  }

  public SubscriptionBody at(String other) {
    return new SubscriptionBody(id, status, variant, user, other, extra);
  }

  public SubscriptionBody user(@Nullable String other) {
    return new SubscriptionBody(id, status, variant, other, at, extra);
  }

  public SubscriptionBody variant(@Nullable String other) {
    return new SubscriptionBody(id, status, other, user, at, extra);
  }

  /** More attributes, such as {@code "ends_at":null}. */
  public SubscriptionBody with(String attributes) {
    return new SubscriptionBody(id, status, variant, user, at, "," + attributes);
  }

  public String json() {
    return json("subscription_updated");
  }

  public String json(String event) {
    return """
    {"meta":{"event_name":"%s","test_mode":false,"webhook_id":"w"%s},
     "data":{"type":"subscriptions","id":"%s","attributes":{
       "user_email":"jane@example.org","status":"%s","variant_id":%s,
       "updated_at":"%s"%s}}}
    """
        .formatted(
            event,
            user == null ? "" : ",\"custom_data\":{\"user_id\":\"" + user + "\"}",
            id,
            status,
            variant,
            at.contains("T") ? at : "2026-11-20T" + at + ".000000Z",
            extra);
  }

  /** An invoice of it. */
  public String invoice(String invoice, String status, int refunded, String time) {
    return """
    {"meta":{"event_name":"subscription_payment_success","test_mode":false},
     "data":{"type":"subscription-invoices","id":"%s","attributes":{
       "subscription_id":%s,"status":"%s","billing_reason":"renewal","currency":"EUR",
       "total":1500,"refunded_amount":%d,"created_at":"2026-11-20T10:00:00Z",
       "updated_at":"%s"}}}
    """
        .formatted(
            invoice,
            number(),
            status,
            refunded,
            time.contains("T") ? time : "2026-11-20T" + time + "Z");
  }

  /** Their invoices name it as a number. */
  private String number() {
    return id.chars().allMatch(Character::isDigit) ? id : '"' + id + '"';
  }
}
