-- One firing of a rule, from its beginning to its recovery. noticed_at is when the rule was last told to fire, also by an alert
-- before this one; pending is what still has to be told.
CREATE TABLE alerts.alerts (
  id              uuid PRIMARY KEY,
  rule            text NOT NULL,
  severity        text NOT NULL CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  state           text NOT NULL CHECK (state IN ('FIRING', 'RECOVERED')),
  value           double precision,
  fired_at        timestamptz NOT NULL,
  recovered_at    timestamptz CHECK ((recovered_at IS NOT NULL) = (state = 'RECOVERED')),
  acknowledged_at timestamptz,
  acknowledged_by text CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
  noticed_at      timestamptz NOT NULL,
  pending         text CHECK (pending IN ('FIRING', 'RECOVERED'))
);

CREATE UNIQUE INDEX one_alert_fires_per_rule ON alerts.alerts (rule) WHERE state = 'FIRING';
CREATE INDEX alerts_by_rule ON alerts.alerts (rule, noticed_at);
CREATE INDEX alerts_by_time ON alerts.alerts (fired_at DESC, id DESC);
CREATE INDEX alerts_to_tell ON alerts.alerts (fired_at) WHERE pending IS NOT NULL;
