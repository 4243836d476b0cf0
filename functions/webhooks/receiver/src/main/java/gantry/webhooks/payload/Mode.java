package gantry.webhooks.payload;

import java.util.Locale;
import java.util.Optional;

/** Whether real money moves. */
public enum Mode {
  LIVE,
  TEST;

  private final String slug = name().toLowerCase(Locale.ROOT);

  /** Its name in settings, messages and rows. */
  public String slug() {
    return slug;
  }

  /** The mode of exactly this name. */
  public static Optional<Mode> of(String slug) {
    return switch (slug) {
      case "live" -> Optional.of(LIVE);
      case "test" -> Optional.of(TEST);
      default -> Optional.empty();
    };
  }
}
