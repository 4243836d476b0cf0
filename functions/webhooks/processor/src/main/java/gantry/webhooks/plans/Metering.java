package gantry.webhooks.plans;

import java.time.Duration;
import java.util.Locale;

/** The meter that a plan is billed by, and how its provider is told of it. */
public record Metering(String meter, Action action) {
  /** So long after a day's end what was under way is done, and what was used is counted. */
  public static final Duration SETTLED = Duration.ofMinutes(5);

  /** What a report does to the provider's count. */
  public enum Action {
    INCREMENT,
    /** Harmless when repeated, but only right where the newest report counts, and not the sum. */
    SET;

    private final String slug = name().toLowerCase(Locale.ROOT);

    public String slug() {
      return slug;
    }

    /** Where the provider adds reports up, and where one takes the place of those before. */
    public static Action of(String aggregation) {
      return switch (aggregation) {
        case "sum" -> INCREMENT;
        case "last_during_period", "last_ever", "max" -> SET;
        default -> throw new IllegalArgumentException("PLANS: no aggregation: " + aggregation);
      };
    }
  }
}
