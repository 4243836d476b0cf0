/** How alike two strings are, with RapidFuzz's scores to the last bit. */
@NullMarked
package gantry.fakefollowers.similarity;

import org.jspecify.annotations.NullMarked;
