-- Every distinct state of a subscription that its provider told of, in the order of the provider's clock. What the
-- projection shows, who has access since when and which notices went out are functions of these rows alone.
CREATE TABLE webhooks.subscription_states (
  provider text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  subscription_id text NOT NULL,
  clock timestamptz NOT NULL,
  authority integer NOT NULL,
  ahead integer NOT NULL,
  terminality integer NOT NULL,
  fingerprint text NOT NULL,
  status text NOT NULL,
  variant_id text,
  order_id text,
  item_id text,
  renews_at timestamptz,
  ends_at timestamptz,
  trial_ends_at timestamptz,
  pause_mode text,
  resumes_at timestamptz,
  event uuid NOT NULL,
  PRIMARY KEY (provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint)
);

-- One row per subscription. Position and status are those of the newest state; the terms are those of the newest state
-- whose status is known, because an unknown one changes nobody's access.
CREATE TABLE webhooks.subscriptions (
  provider text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  subscription_id text NOT NULL,
  clock timestamptz NOT NULL,
  authority integer NOT NULL,
  ahead integer NOT NULL,
  terminality integer NOT NULL,
  fingerprint text NOT NULL,
  status text NOT NULL,
  known_status text,
  variant_id text,
  order_id text,
  item_id text,
  renews_at timestamptz,
  ends_at timestamptz,
  trial_ends_at timestamptz,
  pause_mode text,
  resumes_at timestamptz,
  past_due_since timestamptz,
  suspect boolean NOT NULL,
  user_id text,
  tenant text,
  PRIMARY KEY (provider, mode, subscription_id)
);

CREATE INDEX subscriptions_of_user ON webhooks.subscriptions (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX subscriptions_of_order ON webhooks.subscriptions (provider, mode, order_id) WHERE order_id IS NOT NULL;

-- The newest state of each invoice of a subscription, in the currency's smallest unit.
CREATE TABLE webhooks.invoices (
  provider text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  invoice_id text NOT NULL,
  subscription_id text NOT NULL,
  status text NOT NULL,
  billing_reason text,
  currency text NOT NULL,
  total bigint NOT NULL CHECK (total >= 0),
  refunded bigint NOT NULL CHECK (refunded BETWEEN 0 AND total),
  paid boolean NOT NULL,
  billed_at timestamptz NOT NULL,
  clock timestamptz NOT NULL,
  PRIMARY KEY (provider, mode, invoice_id),
  FOREIGN KEY (provider, mode, subscription_id)
    REFERENCES webhooks.subscriptions (provider, mode, subscription_id)
);

CREATE INDEX invoices_of_subscription ON webhooks.invoices (provider, mode, subscription_id, billed_at DESC);

-- What was published, once: the n-th time that a subject was in this condition. Kept through a rebuild.
CREATE TABLE webhooks.notices (
  subject text NOT NULL,
  condition text NOT NULL,
  occurrence integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (subject, condition, occurrence)
);

-- Which plan variant an event waits for.
CREATE TABLE webhooks.waiting_variants (
  event uuid PRIMARY KEY REFERENCES webhooks.events (id),
  variant_id text NOT NULL
);

CREATE INDEX waiting_variants_by_variant ON webhooks.waiting_variants (variant_id);

-- Events that wait for the first event of their resource.
CREATE INDEX events_without_parent ON webhooks.events (provider, mode, resource_type, resource)
  WHERE state = 'PARKED' AND reason = 'unknown-parent';

-- Who bought what in an order, as far as its provider tells.
ALTER TABLE webhooks.orders ADD COLUMN variant_id text;
ALTER TABLE webhooks.orders ADD COLUMN user_id text;
ALTER TABLE webhooks.orders ADD COLUMN tenant text;
CREATE INDEX orders_of_user ON webhooks.orders (user_id) WHERE user_id IS NOT NULL;

-- A state from the future, or without a time, is placed by what is known when it arrives: it may count only once.
CREATE UNIQUE INDEX subscription_states_ahead_once
  ON webhooks.subscription_states (provider, mode, subscription_id, fingerprint) WHERE ahead = 1;

-- Orders' facts that went out before there were notices.
INSERT INTO webhooks.notices (subject, condition, occurrence, at)
SELECT 'order/' || provider || '/' || mode || '/' || order_id || '/' || condition, condition, 1, at
FROM webhooks.order_entries
CROSS JOIN LATERAL (
  SELECT CASE kind WHEN 'PAYMENT' THEN 'paid' ELSE 'refunded ' || refunded_total END AS condition) told;
