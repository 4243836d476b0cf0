package gantry.webhooks.subscriptions;

import gantry.webhooks.grants.AccessChanged.User;
import org.jspecify.annotations.Nullable;

/** A known subscription as its invoices see it. */
public record Parent(SubscriptionKey key, @Nullable User user) {}
