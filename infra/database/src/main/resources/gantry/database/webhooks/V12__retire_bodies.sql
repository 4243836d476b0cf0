-- When a raw body gave way to what the handlers read of it; docs/privacy.md says when that is.
ALTER TABLE webhooks.events ADD COLUMN body_retired_at timestamptz;

CREATE INDEX events_with_bodies ON webhooks.events (received_at) WHERE body_retired_at IS NULL;

-- What handlers read of a provider's documents. A handler that begins to read more must be shown it here first.
CREATE FUNCTION webhooks.shape(provider text) RETURNS json LANGUAGE sql IMMUTABLE AS $$
SELECT CASE provider
  WHEN 'lemonsqueezy' THEN json '{
    "meta": {"event_name": 0, "test_mode": 0, "custom_data": {"user_id": "person", "tenant": 0}},
    "data": {"type": 0, "id": 0, "attributes": {
      "status": 0, "variant_id": 0, "order_id": 0, "subscription_id": 0, "billing_reason": 0,
      "first_subscription_item": {"id": 0}, "first_order_item": {"variant_id": 0},
      "currency": 0, "total": 0, "refunded": 0, "refunded_amount": 0, "pause": {"mode": 0, "resumes_at": 0},
      "renews_at": 0, "ends_at": 0, "trial_ends_at": 0, "created_at": 0, "updated_at": 0}}}'
  WHEN 'stripe' THEN json '{
    "id": 0, "type": 0, "created": 0, "livemode": 0,
    "data": {"object": {
      "object": 0, "id": 0, "status": 0, "created": 0, "metadata": {"user_id": "person", "tenant": 0},
      "items": {"data": [{"id": 0, "price": {"id": 0}, "current_period_end": 0}]},
      "cancel_at": 0, "cancel_at_period_end": 0, "current_period_end": 0, "ended_at": 0, "trial_end": 0,
      "pause_collection": {"behavior": 0, "resumes_at": 0},
      "subscription": 0, "parent": {"subscription_details": {"subscription": 0}}, "invoice": 0,
      "billing_reason": 0, "currency": 0, "amount_paid": 0, "amount_refunded": 0,
      "payment_intent": 0, "charge": 0, "payment": {"payment_intent": 0, "charge": 0}}}}'
  ELSE json '{}'
END
$$;

-- The plain values of a document at the places of a shape, as they were written; another person where one is given.
CREATE FUNCTION webhooks.pick(document json, shape json, person text) RETURNS json LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF json_typeof(shape) = 'object' THEN
    RETURN (
      SELECT COALESCE(json_object_agg(key, webhooks.pick(document -> key, value, person)), '{}')
      FROM json_each(shape)
      WHERE json_typeof(document -> key) <> 'null');
  END IF;
  IF json_typeof(shape) = 'array' THEN
    RETURN json_build_array(webhooks.pick(document -> 0, shape -> 0, person));
  END IF;
  IF json_typeof(document) IN ('object', 'array') OR length(CAST(document AS text)) > 1000 THEN
    RETURN NULL;
  END IF;
  RETURN CASE WHEN CAST(shape AS text) = '"person"' AND person IS NOT NULL THEN to_json(person) ELSE document END;
END $$;

-- A body without what no handler reads. PostgreSQL refuses escapes of NUL and of half a pair, wherever they stand; bytes that
-- are no document at all leave nothing.
CREATE FUNCTION webhooks.retired(provider text, body bytea, person text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  document json;
BEGIN
  document := CAST(
    regexp_replace(convert_from(body, 'UTF8'), '\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\ufffd', 'g') AS json);
  IF json_typeof(document) <> 'object' THEN
    RETURN '';
  END IF;
  RETURN convert_to(CAST(webhooks.pick(document, webhooks.shape(provider), person) AS text), 'UTF8');
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
  RETURN '';
END $$;
