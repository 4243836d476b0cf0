@NullMarked
package gantry.redis.circuits;

import org.jspecify.annotations.NullMarked;
