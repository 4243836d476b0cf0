@NullMarked
package gantry.redis.lock;

import org.jspecify.annotations.NullMarked;
