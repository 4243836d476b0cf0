package gantry.webhooks.lemonsqueezy;

import gantry.webhooks.plans.Metering.Action;

/** What the provider is told of a subscription item. */
public record UsageRecord(Action action, long quantity) {}
