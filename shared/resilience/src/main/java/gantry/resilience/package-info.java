/**
 * What PostgreSQL, Redis and provider calls share when the other side fails: a breaker, growing
 * pauses with full jitter, and a budget for retries.
 */
@NullMarked
package gantry.resilience;

import org.jspecify.annotations.NullMarked;
