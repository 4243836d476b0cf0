package gantry.problem;

import io.micronaut.serde.annotation.Serdeable;

/** One field of a request that was refused, by its path in the request, and why. */
@Serdeable
public record FieldError(String field, String message) {}
