package gantry.operations.page;

import java.time.Instant;

/** What the browser keeps: the signed session, and the proof that only our page can read. */
record Session(String signed, String csrfToken, Instant expiresAt) {}
