/**
 * Secrets by name: from the environment, else from Secrets Manager.
 *
 * <p>{@code find("X")} answers the environment variable {@code X}, else what Secrets Manager holds
 * under the ARN in {@code X_ARN}, remembered for 60 seconds, so that a rotation needs no restart.
 * While Secrets Manager is unreachable the last good value serves for up to an hour, with a warning
 * in the log; after that, or without one, {@code SecretUnavailableException} says that nobody
 * knows. An empty, deleted or unknown secret is absent, which means "not ready" and never "accept".
 */
@NullMarked
package gantry.secrets;

import org.jspecify.annotations.NullMarked;
