-- Which invoice a payment was for and how much of it went back, where the provider (Stripe) tells of each by itself.
CREATE TABLE webhooks.invoice_payments (
  provider text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  payment text NOT NULL,
  invoice_id text,
  refunded bigint NOT NULL CHECK (refunded >= 0),
  PRIMARY KEY (provider, mode, payment)
);

CREATE INDEX invoice_payments_of_invoice ON webhooks.invoice_payments (provider, mode, invoice_id)
  WHERE invoice_id IS NOT NULL;
