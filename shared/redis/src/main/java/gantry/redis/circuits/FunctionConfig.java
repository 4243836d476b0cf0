package gantry.redis.circuits;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** Lambda's name of this function, {@code AWS_LAMBDA_FUNCTION_NAME}. */
@ConfigurationProperties("aws.lambda")
record FunctionConfig(@Bindable(defaultValue = "none") String functionName) {}
