-- What a usage-based plan's provider is told of each closed day, once per user, meter and day, whatever subscription it goes to.
CREATE TABLE webhooks.usage_reports (
  tenant text NOT NULL,
  user_id text NOT NULL,
  meter text NOT NULL,
  day timestamptz NOT NULL,
  item_id text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  state text NOT NULL CHECK (state IN ('OPEN', 'SENDING', 'SENT', 'REFUSED', 'UNCLEAR')),
  before bigint,
  period_start timestamptz,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, user_id, meter, day)
);

CREATE INDEX usage_reports_unsent ON webhooks.usage_reports (item_id, day) WHERE state <> 'SENT';
CREATE INDEX consumptions_by_day ON webhooks.consumptions (user_id, meter, resets_at);
