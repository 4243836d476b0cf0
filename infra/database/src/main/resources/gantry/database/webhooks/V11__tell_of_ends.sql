-- When the clock, and no event, ended what somebody had; and the last end that was told of. Those of before are not news.
ALTER TABLE webhooks.notices ADD COLUMN ended_at timestamptz;
ALTER TABLE webhooks.subscriptions ADD COLUMN end_told timestamptz;
ALTER TABLE webhooks.grants ADD COLUMN end_told timestamptz;

UPDATE webhooks.grants SET end_told = until WHERE until <= now();
UPDATE webhooks.subscriptions
SET end_told = COALESCE(ends_at, renews_at)
WHERE known_status = 'cancelled' AND COALESCE(ends_at, renews_at) <= now();

CREATE INDEX subscriptions_that_end ON webhooks.subscriptions (known_status)
  WHERE known_status IN ('cancelled', 'past_due') AND user_id IS NOT NULL;
CREATE INDEX grants_that_end ON webhooks.grants (until)
  WHERE end_told IS NULL AND revoked_at IS NULL AND user_id IS NOT NULL;
