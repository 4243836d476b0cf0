/** The original's sixteen fields, faults included, because users have years of them. */
@NullMarked
package gantry.fakefollowers.classic;

import org.jspecify.annotations.NullMarked;
