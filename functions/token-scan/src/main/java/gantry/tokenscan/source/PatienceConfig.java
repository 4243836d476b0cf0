package gantry.tokenscan.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** {@code TOKEN_SCAN_PATIENCE}: the time of all sources together, with the wait for their pace. */
@ConfigurationProperties("token-scan")
record PatienceConfig(@Bindable(defaultValue = "PT3S") Duration patience) {}
