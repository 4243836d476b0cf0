package gantry.outbox;

/**
 * A fact about one aggregate. The data is a small serializable record without personal data; the
 * stream is a logical name, {@code domain-events} for {@code DOMAIN_EVENTS_STREAM}.
 */
public record OutboxEvent(
    String stream, String aggregateType, String aggregate, String type, Record data) {
  private static final int MAX_NAME = 256;

  public OutboxEvent {
    if (aggregate.isEmpty() || aggregate.codePointCount(0, aggregate.length()) > MAX_NAME) {
      throw new IllegalArgumentException("An aggregate needs a name of 1 to 256 characters");
    }
  }

  /** A fact for everybody, on {@code domain-events}. */
  public static OutboxEvent of(String aggregateType, String aggregate, String type, Record data) {
    return new OutboxEvent("domain-events", aggregateType, aggregate, type, data);
  }
}
