/** Rate limits of HTTP functions, by route, caller and tier, as {@code RATE_LIMITS} has them. */
@NullMarked
package gantry.limits;

import org.jspecify.annotations.NullMarked;
