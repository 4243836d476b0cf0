package gantry.operations.functions;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** {@code STACK_NAME}, with which the names of this stage's functions begin. */
@ConfigurationProperties("stack")
record StackConfig(@Bindable(defaultValue = "gantry") String name) {}
