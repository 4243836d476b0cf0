-- A delivery is looked up as long as SQS may hand it out again: 14 days. Its id is a UUIDv7, so a range of ids is a range of
-- time; MaintainDatabase creates months ahead and drops them when they are of no use any more. Whatever belongs to no month
-- lies in the default partition: the time before the first month, and ids that are no UUIDv7.
ALTER TABLE webhooks.deliveries RENAME TO deliveries_default;
ALTER INDEX webhooks.deliveries_pkey RENAME TO deliveries_default_pkey;
ALTER INDEX webhooks.deliveries_of_event RENAME TO deliveries_default_of_event;

CREATE TABLE webhooks.deliveries (
  id uuid PRIMARY KEY,
  event uuid NOT NULL REFERENCES webhooks.events (id),
  at timestamptz NOT NULL
) PARTITION BY RANGE (id);

CREATE INDEX deliveries_of_event ON webhooks.deliveries (event);

ALTER TABLE webhooks.deliveries ATTACH PARTITION webhooks.deliveries_default DEFAULT;
