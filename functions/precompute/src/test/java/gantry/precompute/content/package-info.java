@NullMarked
package gantry.precompute.content;

import org.jspecify.annotations.NullMarked;
