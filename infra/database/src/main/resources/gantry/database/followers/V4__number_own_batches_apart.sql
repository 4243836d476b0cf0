-- Other producers number their batches as they like below two billion; parts over HTTP count from there, so that neither is taken
-- for the other and passed over as stored already.
ALTER TABLE followers.audits ALTER COLUMN next_batch SET DEFAULT 2000000000;

UPDATE followers.audits
SET next_batch = next_batch + 2000000000
WHERE state = 'OPEN' AND next_batch < 2000000000;
