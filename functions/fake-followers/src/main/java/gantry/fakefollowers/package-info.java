/** Scores followers by handle, name and profile counts: the classic verdict and Gantry's own. */
@NullMarked
package gantry.fakefollowers;

import org.jspecify.annotations.NullMarked;
