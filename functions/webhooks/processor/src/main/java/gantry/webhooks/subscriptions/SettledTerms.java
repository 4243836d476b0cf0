package gantry.webhooks.subscriptions;

import gantry.webhooks.grants.Status;
import gantry.webhooks.grants.Terms;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a subscription's states add up to; what a state leaves out stays as it was. */
@MappedEntity("webhooks.subscriptions")
record SettledTerms(
    String provider,
    String mode,
    @Id String subscriptionId,
    @Nullable String knownStatus,
    @Nullable String variantId,
    @Nullable String orderId,
    @Nullable String itemId,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable Instant trialEndsAt,
    @Nullable String pauseMode,
    @Nullable Instant resumesAt,
    @Nullable Instant pastDueSince,
    boolean suspect) {
  static SettledTerms before(StateRow first) {
    return new SettledTerms(
        first.provider(),
        first.mode(),
        first.subscriptionId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** With one more state, later than all before. */
  SettledTerms then(StateRow state, boolean isSuspect) {
    var status = Status.of(state.status());
    return status.isPresent() ? known(state, status.get(), isSuspect) : unchanged(isSuspect);
  }

  private SettledTerms known(StateRow state, Status status, boolean isSuspect) {
    return new SettledTerms(
        provider,
        mode,
        subscriptionId,
        status.slug(),
        or(state.variantId(), variantId),
        or(state.orderId(), orderId),
        or(state.itemId(), itemId),
        state.renewsAt(),
        state.endsAt(),
        state.trialEndsAt(),
        state.pauseMode(),
        state.resumesAt(),
        pastDueSince(state, status),
        isSuspect);
  }

  private SettledTerms unchanged(boolean isSuspect) {
    return new SettledTerms(
        provider,
        mode,
        subscriptionId,
        knownStatus,
        variantId,
        orderId,
        itemId,
        renewsAt,
        endsAt,
        trialEndsAt,
        pauseMode,
        resumesAt,
        pastDueSince,
        isSuspect);
  }

  /**
   * Only a payment ends it: who cancels and resumes gets no second grace. A state from the future
   * has the time of the one before it, at which nothing was overdue: nobody knows the beginning.
   */
  private @Nullable Instant pastDueSince(StateRow state, Status status) {
    return switch (status) {
      case ACTIVE, ON_TRIAL -> null;
      case PAST_DUE -> pastDueSince == null && state.ahead() == 0 ? state.clock() : pastDueSince;
      case INCOMPLETE, PAUSED, UNPAID, CANCELLED, EXPIRED -> pastDueSince;
    };
  }

  Terms terms() {
    var status = knownStatus == null ? null : Status.of(knownStatus).orElseThrow();
    return new Terms(status, variantId, renewsAt, endsAt, pauseMode, pastDueSince);
  }

  private static @Nullable String or(@Nullable String told, @Nullable String known) {
    return told == null ? known : told;
  }
}
