package gantry.operations.page;

import java.time.Instant;

/** Whom a session is for, and until when his token would have been good. */
record SessionHolder(String user, String tenant, Instant tokenExpiry) {}
