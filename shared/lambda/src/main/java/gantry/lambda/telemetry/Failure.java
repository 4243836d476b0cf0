package gantry.lambda.telemetry;

/** An error that was logged with what was thrown. */
record Failure(String logger, Throwable thrown, long at) {}
