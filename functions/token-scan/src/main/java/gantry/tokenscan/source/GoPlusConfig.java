package gantry.tokenscan.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * {@code GOPLUS_BASE_URL}, and how often all instances together call it: {@code GOPLUS_AT_ONCE}
 * times without a pause, then {@code GOPLUS_PER_MINUTE}. It allows about 30 in any minute.
 */
@ConfigurationProperties("goplus")
record GoPlusConfig(
    @Bindable(defaultValue = "https://api.gopluslabs.io") String baseUrl,
    @Bindable(defaultValue = "20") int perMinute,
    @Bindable(defaultValue = "10") int atOnce) {}
