package gantry.webhooks.usage;

import gantry.webhooks.grants.Access.User;

/** Something that a user may do so often a day. */
public record Meter(User user, String name) {}
