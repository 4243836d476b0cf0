package gantry.payments.intent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller asks an intent for, unchecked. */
public record Wish(
    @Nullable String product,
    @Nullable String userId,
    @Nullable Price price,
    @Nullable String payerAddress,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Grant grant) {
  /** Terms that only a back end may state. */
  public record Price(
      @Nullable String asset,
      @Nullable String amount,
      List<String> chains,
      @Nullable String recipient) {
    public Price {
      chains = List.copyOf(chains);
    }
  }

  boolean statesTerms() {
    return price != null
        || payerAddress != null
        || createdAt != null
        || expiresAt != null
        || grant != null;
  }
}
