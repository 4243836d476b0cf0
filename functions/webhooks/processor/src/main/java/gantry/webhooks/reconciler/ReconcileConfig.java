package gantry.webhooks.reconciler;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * {@code RECONCILE_INTERVAL}: the least time between two questions about one subscription, doubled
 * with each that found nothing; {@code RECONCILE_MARGIN}: how long after a renewal its webhook is
 * waited for, and how long before an end it is made sure of.
 */
@ConfigurationProperties("reconcile")
record ReconcileConfig(
    @Bindable(defaultValue = "PT15M") Duration interval,
    @Bindable(defaultValue = "PT1H") Duration margin) {}
