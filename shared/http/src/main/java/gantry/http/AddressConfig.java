package gantry.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code IP_ALLOW} and {@code IP_DENY}: address blocks, separated by commas. */
@ConfigurationProperties("ip")
record AddressConfig(@Nullable String allow, @Nullable String deny) {}
