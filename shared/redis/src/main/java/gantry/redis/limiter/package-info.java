/**
 * Limits that hold for all processes together. When Redis does not answer, or has not counted for
 * long enough, each process allows its share only.
 */
@NullMarked
package gantry.redis.limiter;

import org.jspecify.annotations.NullMarked;
