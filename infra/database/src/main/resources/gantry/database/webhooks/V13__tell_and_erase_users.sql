CREATE INDEX usage_reports_of_user ON webhooks.usage_reports (tenant, user_id);

-- What is kept of one user, the newest thousand of each kind. A purchase may name no tenant. Raw bodies are named by their
-- events: GET /v1/webhook-events/{id}/body.
CREATE FUNCTION webhooks.user_data(asked_tenant text, asked_user text) RETURNS jsonb LANGUAGE sql STABLE AS $$
WITH own AS MATERIALIZED (
  SELECT * FROM webhooks.subscriptions
  WHERE user_id = asked_user AND (tenant IS NULL OR tenant = asked_tenant) ORDER BY clock DESC LIMIT 1000
), bought AS MATERIALIZED (
  SELECT * FROM webhooks.orders
  WHERE user_id = asked_user AND (tenant IS NULL OR tenant = asked_tenant) ORDER BY provider_time DESC LIMIT 1000
)
SELECT jsonb_build_object(
  'subscriptions', (SELECT COALESCE(jsonb_agg(to_jsonb(s)), '[]') FROM own s),
  'orders', (SELECT COALESCE(jsonb_agg(to_jsonb(o)), '[]') FROM bought o),
  'invoices', (
    SELECT COALESCE(jsonb_agg(to_jsonb(i)), '[]')
    FROM (
      SELECT i.* FROM webhooks.invoices i
      JOIN own USING (provider, mode, subscription_id) ORDER BY i.billed_at DESC LIMIT 1000) i),
  'events', (
    SELECT COALESCE(jsonb_agg(to_jsonb(e)), '[]')
    FROM (
      SELECT e.id, e.provider, e.mode, e.type, e.resource, e.state, e.received_at, e.body_retired_at
      FROM webhooks.events e
      JOIN (
        SELECT provider, mode, subscription_id AS resource, ARRAY['subscriptions', 'subscription'] AS types FROM own
        UNION ALL
        SELECT provider, mode, order_id, ARRAY['orders'] FROM bought) r
        ON e.provider = r.provider AND e.mode = r.mode AND e.resource_type = ANY (r.types) AND e.resource = r.resource
      ORDER BY e.received_at DESC LIMIT 1000) e),
  'grants', (
    SELECT COALESCE(jsonb_agg(to_jsonb(g)), '[]')
    FROM (
      SELECT * FROM webhooks.grants
      WHERE user_id = asked_user AND (tenant IS NULL OR tenant = asked_tenant) ORDER BY heard_at DESC LIMIT 1000) g),
  'usage', (
    SELECT COALESCE(jsonb_agg(to_jsonb(u)), '[]')
    FROM (
      SELECT meter, resets_at, sum(amount) FILTER (WHERE allowed AND rolled_back_at IS NULL) AS used, count(*) AS asked
      FROM webhooks.consumptions WHERE tenant = asked_tenant AND user_id = asked_user
      GROUP BY meter, resets_at ORDER BY resets_at DESC, meter LIMIT 1000) u),
  'timeZone', (
    SELECT z.zone FROM webhooks.time_zones z WHERE z.tenant = asked_tenant AND z.user_id = asked_user))
$$;

-- Whom the seller's own data in a body name.
CREATE FUNCTION webhooks.named(provider text, body bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  document json;
BEGIN
  document := CAST(convert_from(webhooks.retired(provider, body, NULL), 'UTF8') AS json);
  RETURN COALESCE(document #>> '{meta,custom_data,user_id}', document #>> '{data,object,metadata,user_id}');
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- Whether a report of the user's is being sent, which is settled by its name.
CREATE FUNCTION webhooks.erasure_waits(asked_tenant text, asked_user text) RETURNS boolean LANGUAGE sql AS $$
SELECT EXISTS (
  SELECT FROM webhooks.usage_reports WHERE tenant = asked_tenant AND user_id = asked_user AND state = 'SENDING')
$$;

-- Puts the pseudonym in the place of the name, in at most so many rows of each kind, and answers in how many. Bodies go first:
-- whoever processes an event locks it before its subscription. They lose all that no handler reads, and name the pseudonym from
-- then on, so that a rebuild does not bring the name back; a later event names the user in vain, since nobody takes over what
-- has an owner.
CREATE FUNCTION webhooks.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint := 0;
  matched bigint;
BEGIN
  UPDATE webhooks.events e
  SET body = webhooks.retired(e.provider, e.body, pseudonym),
      body_retired_at = COALESCE(e.body_retired_at, clock_timestamp())
  WHERE e.id IN (
    SELECT e.id
    FROM (
      SELECT provider, mode, subscription_id AS resource, ARRAY['subscriptions', 'subscription'] AS types
      FROM webhooks.subscriptions
      WHERE user_id IN (asked_user, pseudonym) AND (tenant IS NULL OR tenant = asked_tenant)
      UNION ALL
      SELECT provider, mode, order_id, ARRAY['orders']
      FROM webhooks.orders
      WHERE user_id IN (asked_user, pseudonym) AND (tenant IS NULL OR tenant = asked_tenant)) r
    JOIN webhooks.events e
      ON e.provider = r.provider AND e.mode = r.mode AND e.resource_type = ANY (r.types) AND e.resource = r.resource
    WHERE e.body_retired_at IS NULL OR webhooks.named(e.provider, e.body) = asked_user
    ORDER BY e.id
    LIMIT greatest(most / 5, 1));
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  UPDATE webhooks.subscriptions SET user_id = pseudonym
  WHERE ctid IN (
    SELECT ctid FROM webhooks.subscriptions
    WHERE user_id = asked_user AND (tenant IS NULL OR tenant = asked_tenant) LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  UPDATE webhooks.orders SET user_id = pseudonym
  WHERE ctid IN (
    SELECT ctid FROM webhooks.orders
    WHERE user_id = asked_user AND (tenant IS NULL OR tenant = asked_tenant) LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  UPDATE webhooks.grants SET user_id = pseudonym
  WHERE grant_id IN (
    SELECT grant_id FROM webhooks.grants
    WHERE user_id = asked_user AND (tenant IS NULL OR tenant = asked_tenant) LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  -- All at once, and nobody collects meanwhile: a day whose report has another name than its consumptions would be reported
  -- twice. While one is being sent, all of them wait.
  LOCK TABLE webhooks.usage_reports IN SHARE ROW EXCLUSIVE MODE;
  IF NOT webhooks.erasure_waits(asked_tenant, asked_user) THEN
    UPDATE webhooks.usage_reports SET user_id = pseudonym WHERE tenant = asked_tenant AND user_id = asked_user;
    UPDATE webhooks.consumptions SET user_id = pseudonym WHERE tenant = asked_tenant AND user_id = asked_user;
    GET DIAGNOSTICS matched = ROW_COUNT;
    touched := touched + matched;
  END IF;
  DELETE FROM webhooks.usage_counters WHERE tenant = asked_tenant AND user_id = asked_user;
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  DELETE FROM webhooks.time_zones WHERE tenant = asked_tenant AND user_id = asked_user;
  GET DIAGNOSTICS matched = ROW_COUNT;
  RETURN touched + matched;
END $$;
