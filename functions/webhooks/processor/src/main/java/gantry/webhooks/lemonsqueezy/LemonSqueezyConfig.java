package gantry.webhooks.lemonsqueezy;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** {@code LEMONSQUEEZY_BASE_URL}; the key is the secret {@code LEMONSQUEEZY_API_KEY}. */
@ConfigurationProperties("lemonsqueezy")
record LemonSqueezyConfig(
    @Bindable(defaultValue = "https://api.lemonsqueezy.com") String baseUrl) {}
