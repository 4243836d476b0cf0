-- When the provider was last asked about a subscription, and how often since its last change.
ALTER TABLE webhooks.subscriptions ADD COLUMN checked_at timestamptz;
ALTER TABLE webhooks.subscriptions ADD COLUMN checks integer NOT NULL DEFAULT 0;

-- Everything that may be due; what is expired and undisputed never is.
CREATE INDEX subscriptions_unsettled ON webhooks.subscriptions (provider, checked_at)
  WHERE suspect OR known_status IS DISTINCT FROM 'expired';

-- The operator's list, newest first.
CREATE INDEX subscriptions_by_time ON webhooks.subscriptions (clock DESC, provider DESC, mode DESC, subscription_id DESC);

-- All that was told of one resource.
CREATE INDEX events_of_resource ON webhooks.events (provider, mode, resource_type, resource, received_at);
