-- Whether a report adds to the provider's count or states it.
ALTER TABLE webhooks.usage_reports
  ADD COLUMN action text NOT NULL DEFAULT 'INCREMENT' CHECK (action IN ('INCREMENT', 'SET'));
