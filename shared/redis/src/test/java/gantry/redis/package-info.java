@NullMarked
package gantry.redis;

import org.jspecify.annotations.NullMarked;
