-- When the followers of an audit were deleted; what they summed up to stays. docs/privacy.md says when that is.
ALTER TABLE followers.audits ADD COLUMN followers_retired_at timestamptz;

CREATE INDEX audits_with_followers ON followers.audits (created_at) WHERE followers_retired_at IS NULL;
CREATE INDEX audits_without_followers ON followers.audits (followers_retired_at) WHERE followers_retired_at IS NOT NULL;
