package gantry.alerts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * {@code ALERT_NOTICES_QUEUE_URL}; {@code ALERT_DEAD_LETTER_QUEUES}, {@code name=address} by
 * commas.
 */
@ConfigurationProperties("alert")
record AlertConfig(
    @Bindable(defaultValue = "") String noticesQueueUrl,
    @Bindable(defaultValue = "") String deadLetterQueues) {}
