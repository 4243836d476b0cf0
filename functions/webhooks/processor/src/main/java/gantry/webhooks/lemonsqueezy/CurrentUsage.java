package gantry.webhooks.lemonsqueezy;

import java.time.Instant;

/** What the provider has been told of so far in the current billing period. */
public record CurrentUsage(long quantity, Instant periodStart) {}
