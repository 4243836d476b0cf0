package gantry.webhooks.invoices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** Which invoice a payment was for, and how much of it went back; heard of in any order. */
@MappedEntity("webhooks.invoice_payments")
record PaymentRow(
    String provider, String mode, @Id String payment, @Nullable String invoiceId, long refunded) {}
