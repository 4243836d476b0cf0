-- What somebody is to pay. An intent is credited once: who sets credited_at finds it empty.
CREATE TABLE payments.intents (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  user_id text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('USER', 'SERVICE')),
  plan text,
  days int CHECK (days > 0),
  stated_payer text,
  stated_payer_family text CHECK (stated_payer_family IN ('EVM', 'SOLANA', 'TRON')),
  nonce text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  credited_at timestamptz,
  CHECK ((plan IS NULL) = (days IS NULL)),
  CHECK ((stated_payer IS NULL) = (stated_payer_family IS NULL))
);

CREATE INDEX intents_by_user ON payments.intents (tenant, user_id, expires_at);

-- The ways to pay. While its amount is reserved it tells whose payment it is.
CREATE TABLE payments.options (
  intent uuid NOT NULL REFERENCES payments.intents (id),
  chain text NOT NULL,
  asset text NOT NULL,
  recipient text NOT NULL,
  units numeric(78, 0) NOT NULL CHECK (units > 0),
  reserved boolean NOT NULL,
  position int NOT NULL,
  PRIMARY KEY (intent, chain, asset)
);

CREATE UNIQUE INDEX options_own_amount ON payments.options (chain, asset, recipient, units) WHERE reserved;
CREATE INDEX options_amount ON payments.options (chain, asset, recipient, units);

-- Accounts that a signature has shown to be the payer's, one on each kind of chain.
CREATE TABLE payments.payers (
  intent uuid NOT NULL REFERENCES payments.intents (id),
  family text NOT NULL CHECK (family IN ('EVM', 'SOLANA', 'TRON')),
  address text NOT NULL,
  proved_at timestamptz NOT NULL,
  PRIMARY KEY (intent, family)
);

-- Submitted hashes. Chain, hash, legs and units are those of the money that came, once a provider has seen it.
CREATE TABLE payments.claims (
  id uuid PRIMARY KEY,
  intent uuid NOT NULL REFERENCES payments.intents (id),
  tenant text NOT NULL,
  user_id text NOT NULL,
  submission text NOT NULL,
  hint text,
  outcome text NOT NULL CHECK (outcome IN ('CREDITED', 'PENDING', 'REJECTED', 'REVIEW', 'UNAVAILABLE')),
  reason text NOT NULL,
  chain text,
  hash text,
  currency text,
  units numeric(78, 0) CHECK (units > 0),
  legs text,
  answer text NOT NULL,
  attempt int NOT NULL,
  next_check_at timestamptz,
  watch_until timestamptz NOT NULL,
  looking_until timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (intent, submission)
);

CREATE INDEX claims_due ON payments.claims (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX claims_by_outcome ON payments.claims (outcome, created_at DESC, id DESC);

-- Legs of transactions that belong to a claim, for ever.
CREATE TABLE payments.consumed_legs (
  chain text NOT NULL,
  hash text NOT NULL,
  leg text NOT NULL,
  claim uuid NOT NULL REFERENCES payments.claims (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (chain, hash, leg)
);

-- Access that a payment bought; sent to access-grants.fifo after the commit, again until it is marked.
CREATE TABLE payments.grants (
  claim uuid PRIMARY KEY REFERENCES payments.claims (id),
  user_id text NOT NULL,
  message text NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz
);

CREATE INDEX grants_unsent ON payments.grants (created_at) WHERE sent_at IS NULL;
