/** What a user sees of his own, composed at the first look and after his writes. */
@NullMarked
package gantry.precompute.dashboard;

import org.jspecify.annotations.NullMarked;
