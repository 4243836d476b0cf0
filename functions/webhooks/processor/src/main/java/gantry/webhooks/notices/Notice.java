package gantry.webhooks.notices;

import gantry.outbox.OutboxEvent;

/** A condition that a subject was in, and the fact to publish when it is news. */
public record Notice(String condition, OutboxEvent event) {}
