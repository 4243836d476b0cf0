-- An order to scan many tokens.
CREATE TABLE token_scan.scans (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  ordered_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX scans_by_age ON token_scan.scans (created_at);

-- Its tokens. What is still pending when it is due has lost its message, or is to be asked for again.
CREATE TABLE token_scan.items (
  scan_id uuid NOT NULL REFERENCES token_scan.scans (id) ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 0),
  address text NOT NULL,
  chain text,
  state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  results json, -- not jsonb, which refuses the NUL that a token's maker may write into its name
  PRIMARY KEY (scan_id, position),
  CHECK ((state = 'DONE') = (results IS NOT NULL))
);

CREATE INDEX items_due ON token_scan.items (due_at) WHERE state = 'PENDING';
