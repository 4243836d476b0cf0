package gantry.webhooks.grants;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** {@code PAST_DUE_GRACE}: how long access outlives the first failed renewal. */
@ConfigurationProperties("past-due")
public record GraceConfig(@Bindable(defaultValue = "P7D") Duration grace) {}
