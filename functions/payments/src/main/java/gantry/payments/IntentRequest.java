package gantry.payments;

import gantry.http.input.RefusesUnknownFields;
import gantry.lambda.Identifier;
import gantry.payments.intent.Grant;
import gantry.payments.intent.Wish;
import gantry.payments.intent.Wish.Price;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product, or the terms of a back end. */
@Serdeable
@RefusesUnknownFields
record IntentRequest(
    @Nullable @Size(max = 100) String product,
    @Nullable @Size(max = Identifier.MAX_LENGTH) String userId,
    @Nullable @Size(max = 20) String asset,
    @Nullable @Size(max = 60) String amount,
    @Nullable @Size(max = 20) List<@Size(max = 40) String> chains,
    @Nullable @Size(max = 100) String recipient,
    @Nullable @Size(max = 100) String payerAddress,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable GrantRequest grant) {
  /** The access to hand out. */
  @Serdeable
  @RefusesUnknownFields
  record GrantRequest(@Nullable @Size(max = 40) String plan, @Nullable Integer days) {
    Grant grant() {
      return new Grant(plan == null ? "" : plan, days == null ? 0 : days);
    }
  }

  Wish wish() {
    var isPriced = asset != null || amount != null || chains != null || recipient != null;
    var named = chains == null ? List.<String>of() : chains;
    return new Wish(
        product,
        userId,
        isPriced ? new Price(asset, amount, named, recipient) : null,
        payerAddress,
        millis(createdAt),
        millis(expiresAt),
        grant == null ? null : grant.grant());
  }

  /** PostgreSQL keeps no more than microseconds. */
  private static @Nullable Instant millis(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }
}
