/**
 * Redis with a backup server: a cache, a limiter and a lock, never the truth. Whoever uses it says
 * what happens when no server answers.
 */
@NullMarked
package gantry.redis;

import org.jspecify.annotations.NullMarked;
