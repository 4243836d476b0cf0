-- Whoever ever had a variant that is billed by use.
CREATE INDEX subscription_states_of_variant ON webhooks.subscription_states (variant_id);
