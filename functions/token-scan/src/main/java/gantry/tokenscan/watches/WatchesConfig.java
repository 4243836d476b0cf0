package gantry.tokenscan.watches;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** {@code TOKEN_WATCHES_EVERY} and {@code TOKEN_WATCHES_PER_USER}. */
@ConfigurationProperties("token-watches")
record WatchesConfig(
    @Bindable(defaultValue = "PT1H") Duration every, @Bindable(defaultValue = "100") int perUser) {}
