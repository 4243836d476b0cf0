package gantry.payments.claim;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.util.UUID;

/** {@code payment.credited} and {@code payment.reversed}; units of the currency's smallest kind. */
@Serdeable
record PaymentCredited(
    UUID payment, UUID intent, String tenant, String userId, String currency, String units) {
  static PaymentCredited of(ClaimRow claim, BigInteger units) {
    return new PaymentCredited(
        claim.id(),
        claim.intent(),
        claim.tenant(),
        claim.userId(),
        String.valueOf(claim.currency()),
        units.toString());
  }
}
