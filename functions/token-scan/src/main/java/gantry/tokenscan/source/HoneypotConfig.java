package gantry.tokenscan.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * {@code HONEYPOT_BASE_URL}, and how often all instances together call it: {@code HONEYPOT_AT_ONCE}
 * times without a pause, then {@code HONEYPOT_PER_MINUTE}. Its limit is not published.
 */
@ConfigurationProperties("honeypot")
record HoneypotConfig(
    @Bindable(defaultValue = "https://api.honeypot.is") String baseUrl,
    @Bindable(defaultValue = "60") int perMinute,
    @Bindable(defaultValue = "10") int atOnce) {}
