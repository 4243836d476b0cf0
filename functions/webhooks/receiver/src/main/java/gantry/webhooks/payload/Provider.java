package gantry.webhooks.payload;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sender of webhooks whose signature scheme Gantry knows. */
public enum Provider {
  LEMONSQUEEZY,
  STRIPE,
  PADDLE,
  STANDARD,
  GITHUB;

  private static final Map<String, Provider> BY_SLUG =
      Arrays.stream(values()).collect(Collectors.toMap(Provider::slug, Function.identity()));

  private final String slug = name().toLowerCase(Locale.ROOT);

  /** Its name in routes, settings, messages and rows. */
  public String slug() {
    return slug;
  }

  /** The provider of exactly this name. */
  public static Optional<Provider> of(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }
}
