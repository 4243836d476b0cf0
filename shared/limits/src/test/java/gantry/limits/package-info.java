@NullMarked
package gantry.limits;

import org.jspecify.annotations.NullMarked;
