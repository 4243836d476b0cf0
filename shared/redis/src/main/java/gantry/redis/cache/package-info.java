/**
 * A cache in two layers, this process and Redis. When Redis does not answer it is a miss, and what
 * was loaded is kept in this process alone.
 */
@NullMarked
package gantry.redis.cache;

import org.jspecify.annotations.NullMarked;
