package gantry.tokenscan.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * {@code RUGCHECK_BASE_URL}, and how often all instances together call it: {@code RUGCHECK_AT_ONCE}
 * times without a pause, then {@code RUGCHECK_PER_MINUTE}. Others call it once a second.
 */
@ConfigurationProperties("rugcheck")
record RugCheckConfig(
    @Bindable(defaultValue = "https://api.rugcheck.xyz") String baseUrl,
    @Bindable(defaultValue = "60") int perMinute,
    @Bindable(defaultValue = "5") int atOnce) {}
