-- The one switch of the emergency mode; its turns are in the audit.
CREATE TABLE emergency.switch (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint NOT NULL,
  level text NOT NULL CHECK (level IN ('OFF', 'READ_ONLY', 'CLOSED')),
  routes text NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  ends_when_healthy boolean NOT NULL
);

INSERT INTO emergency.switch (version, level, routes, reason, actor, since, ends_when_healthy)
VALUES (0, 'OFF', '', '', '', 'epoch', false);
