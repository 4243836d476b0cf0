package gantry.precompute;

import java.time.Instant;

/** How the pages of a view are. */
record ViewState(
    String view, long pages, long items, Instant oldest, Instant newest, long builtInMs) {}
