package gantry.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code EDGE_PROOF_SHA256}: what proves that a request came through the CDN in front. */
@ConfigurationProperties("edge")
record EdgeConfig(@Nullable String proofSha256) {}
