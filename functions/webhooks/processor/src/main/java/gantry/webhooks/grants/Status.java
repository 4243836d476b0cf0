package gantry.webhooks.grants;

import java.util.Locale;
import java.util.Optional;

/** The states of a subscription, the more terminal the later: that decides between equal times. */
public enum Status {
  /** Not begun: its first payment is awaited. Whatever else is told of the same time is later. */
  INCOMPLETE(0),
  ON_TRIAL(1),
  ACTIVE(2),
  PAUSED(3),
  PAST_DUE(4),
  UNPAID(5),
  CANCELLED(6),
  EXPIRED(7);

  /** Of a state that nobody here knows. */
  public static final int UNKNOWN_TERMINALITY = 0;

  private final String slug = name().toLowerCase(Locale.ROOT);
  private final int terminality;

  Status(int terminality) {
    this.terminality = terminality;
  }

  public String slug() {
    return slug;
  }

  public int terminality() {
    return terminality;
  }

  public static Optional<Status> of(String slug) {
    return switch (slug) {
      case "incomplete" -> Optional.of(INCOMPLETE);
      case "on_trial" -> Optional.of(ON_TRIAL);
      case "active" -> Optional.of(ACTIVE);
      case "paused" -> Optional.of(PAUSED);
      case "past_due" -> Optional.of(PAST_DUE);
      case "unpaid" -> Optional.of(UNPAID);
      case "cancelled" -> Optional.of(CANCELLED);
      case "expired" -> Optional.of(EXPIRED);
      default -> Optional.empty();
    };
  }
}
