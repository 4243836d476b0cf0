@NullMarked
package gantry.redis.pace;

import org.jspecify.annotations.NullMarked;
