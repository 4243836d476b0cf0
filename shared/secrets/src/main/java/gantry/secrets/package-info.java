/**
 * Secrets by name: from the environment, else from Secrets Manager, remembered at most 60 seconds.
 */
@NullMarked
package gantry.secrets;

import org.jspecify.annotations.NullMarked;
