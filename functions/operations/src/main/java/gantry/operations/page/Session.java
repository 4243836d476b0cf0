package gantry.operations.page;

import java.time.Instant;

/**
 * What the browser keeps: the signed session with its id, and the proof that only our page can
 * read.
 */
record Session(String id, String signed, String csrfToken, Instant expiresAt) {}
