@NullMarked
package gantry.redis.limiter;

import org.jspecify.annotations.NullMarked;
