package gantry.tokenscan.evidence;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * {@code TOKEN_SCAN_CACHE_COMPLETE}, {@code …_INCOMPLETE} and {@code …_LAST}: how long evidence is
 * as good as new, how long it is when a source was silent, and for how long a source's last answer
 * stands in for it.
 */
@ConfigurationProperties("token-scan.cache")
record EvidenceConfig(
    @Bindable(defaultValue = "PT2M") Duration complete,
    @Bindable(defaultValue = "PT10S") Duration incomplete,
    @Bindable(defaultValue = "PT6H") Duration last) {}
