/** The page that everybody sees first, built ahead. */
@NullMarked
package gantry.precompute.discover;

import org.jspecify.annotations.NullMarked;
