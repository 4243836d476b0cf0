-- The newest state of each order, by the provider's own time; the guard of everything below.
CREATE TABLE webhooks.orders (
  provider text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  order_id text NOT NULL,
  currency text NOT NULL,
  status text NOT NULL,
  total bigint NOT NULL CHECK (total >= 0),
  refunded bigint NOT NULL CHECK (refunded BETWEEN 0 AND total),
  provider_time timestamptz,
  PRIMARY KEY (provider, mode, order_id)
);

-- Money that moved, in the currency's smallest unit: one payment per order, and one refund per new refunded total.
CREATE TABLE webhooks.order_entries (
  provider text NOT NULL,
  mode text NOT NULL,
  order_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PAYMENT', 'REFUND')),
  refunded_total bigint NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  event uuid NOT NULL REFERENCES webhooks.events (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (provider, mode, order_id, kind, refunded_total),
  FOREIGN KEY (provider, mode, order_id) REFERENCES webhooks.orders (provider, mode, order_id),
  CHECK (kind = 'PAYMENT' AND refunded_total = 0 AND amount >= 0 OR kind = 'REFUND' AND refunded_total > 0 AND amount < 0)
);
