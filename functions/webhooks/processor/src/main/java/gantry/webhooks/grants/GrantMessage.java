package gantry.webhooks.grants;

import gantry.lambda.Identifier;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
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
        identified(userId, "userId"),
        tenant == null ? null : identified(tenant, "tenant"),
        named(plan, "plan"),
        named(source, "source"),
        from == null ? clock.instant() : from,
        until,
        null);
  }

  /** Whoever can log in and pay for a grant can be given it. */
  private static String identified(@Nullable String value, String name) {
    return checked(value, name, Identifier::isOne);
  }

  private static String named(@Nullable String value, String name) {
    return checked(value, name, NAME.asMatchPredicate());
  }

  /** A message that says nothing is the sender's bug and ends in the dead-letter queue. */
  private static String checked(@Nullable String value, String name, Predicate<String> form) {
    if (value == null || !form.test(value)) {
      throw new IllegalArgumentException("A grant without a usable " + name);
    }
    return value;
  }
}
