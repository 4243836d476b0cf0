@NullMarked
package gantry.redis.cache;

import org.jspecify.annotations.NullMarked;
