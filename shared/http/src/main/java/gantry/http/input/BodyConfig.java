package gantry.http.input;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;

/**
 * {@code MAX_BODY_BYTES} of the function. The default is what one SQS message can hold; Lambda's
 * own 6 MB, of which base64 leaves 4.5, is reached by nothing that a JSON route needs.
 */
@ConfigurationProperties("max.body")
record BodyConfig(@Positive @Bindable(defaultValue = "1048576") int bytes) {}
