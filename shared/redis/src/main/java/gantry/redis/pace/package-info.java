/**
 * One pace for the calls of all processes to a provider. When Redis does not answer, each process
 * goes at its share of it.
 */
@NullMarked
package gantry.redis.pace;

import org.jspecify.annotations.NullMarked;
