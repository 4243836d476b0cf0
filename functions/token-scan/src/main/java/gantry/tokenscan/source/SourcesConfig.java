package gantry.tokenscan.source;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** {@code GOPLUS_BASE_URL}, {@code HONEYPOT_BASE_URL} and {@code RUGCHECK_BASE_URL}. */
@Singleton
record SourcesConfig(
    @Value("${goplus.base-url:`https://api.gopluslabs.io`}") String goplus,
    @Value("${honeypot.base-url:`https://api.honeypot.is`}") String honeypot,
    @Value("${rugcheck.base-url:`https://api.rugcheck.xyz`}") String rugcheck) {}
