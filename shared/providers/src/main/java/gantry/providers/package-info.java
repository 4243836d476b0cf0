/**
 * Calls to third-party APIs. Each ends within its deadline, as an answer or as {@code Unavailable}
 * with its reason: unknown is not safe and not failed.
 */
@NullMarked
package gantry.providers;

import org.jspecify.annotations.NullMarked;
