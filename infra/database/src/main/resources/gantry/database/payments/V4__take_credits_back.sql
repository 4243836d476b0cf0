-- The claims of a credit, named by the one that brought it about: several when top-ups filled the intent. Gone once it is taken back.
CREATE TABLE payments.credited_parts (
  claim uuid PRIMARY KEY REFERENCES payments.claims (id),
  credit uuid NOT NULL REFERENCES payments.claims (id)
);

CREATE INDEX credited_parts_of ON payments.credited_parts (credit);

INSERT INTO payments.credited_parts (claim, credit)
SELECT e.claim, e.claim
FROM payments.ledger_entries e
WHERE e.kind = 'CREDIT'
  AND NOT EXISTS (SELECT FROM payments.ledger_entries r WHERE r.claim = e.claim AND r.kind = 'REVERSAL');

-- What had waited was credited with the one claim of its intent that brought money of its own and took what waited, too.
INSERT INTO payments.credited_parts (claim, credit)
SELECT w.id, p.credit
FROM payments.claims w
JOIN payments.claims c ON c.intent = w.intent AND c.currency = w.currency
JOIN payments.credited_parts p ON p.claim = c.id
JOIN payments.ledger_entries e ON e.claim = c.id AND e.kind = 'CREDIT'
JOIN payments.ledger_lines waited ON waited.entry = e.id AND waited.account = 'UNALLOCATED'
JOIN payments.ledger_lines own ON own.entry = e.id AND own.account = 'RECEIVED'
WHERE w.outcome = 'CREDITED'
ON CONFLICT (claim) DO NOTHING;

ALTER TABLE payments.ledger_entries
  DROP CONSTRAINT ledger_entries_kind_check,
  ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('RECEIPT', 'CREDIT', 'ALLOCATION', 'RETURN', 'REVERSAL'));
