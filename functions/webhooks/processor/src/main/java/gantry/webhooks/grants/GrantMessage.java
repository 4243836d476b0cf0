package gantry.webhooks.grants;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a capability sends to {@code access-grants.fifo}. */
@Serdeable
record GrantMessage(
    @Nullable String grantId,
    @Nullable String userId,
    @Nullable String tenant,
    @Nullable String plan,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String source,
    @Nullable Boolean revoked) {
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,128}");

  boolean isRevocation() {
    return Boolean.TRUE.equals(revoked);
  }

  String id() {
    return named(grantId, "grantId");
  }

  Grant grant(Clock clock) {
    return new Grant(
        id(),
        named(userId, "userId"),
        tenant == null ? null : named(tenant, "tenant"),
        named(plan, "plan"),
        named(source, "source"),
        from == null ? clock.instant() : from,
        until,
        null);
  }

  /** A message that says nothing is the sender's bug and ends in the dead-letter queue. */
  private static String named(@Nullable String value, String name) {
    if (value == null || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("A grant without a usable " + name);
    }
    return value;
  }
}
