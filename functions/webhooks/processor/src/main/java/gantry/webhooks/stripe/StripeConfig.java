package gantry.webhooks.stripe;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** {@code STRIPE_BASE_URL}; the key is the secret {@code STRIPE_API_KEY}. */
@ConfigurationProperties("stripe")
record StripeConfig(@Bindable(defaultValue = "https://api.stripe.com") String baseUrl) {}
