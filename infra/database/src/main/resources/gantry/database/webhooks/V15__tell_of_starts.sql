-- The start of a grant that was told of. Until now each was told of when it was given.
ALTER TABLE webhooks.grants ADD COLUMN start_told timestamptz;

UPDATE webhooks.grants SET start_told = starts_at;

CREATE INDEX grants_that_start ON webhooks.grants (starts_at)
  WHERE start_told IS NULL AND revoked_at IS NULL AND user_id IS NOT NULL;
