package gantry.fakefollowers.names;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code NAME_LIST}: where an operator's own list of names is, {@code file:} or {@code s3:}. */
@ConfigurationProperties("name")
record NameListConfig(@Nullable String list) {}
