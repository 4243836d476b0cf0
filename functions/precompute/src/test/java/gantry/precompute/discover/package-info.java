@NullMarked
package gantry.precompute.discover;

import org.jspecify.annotations.NullMarked;
