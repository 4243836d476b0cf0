/** Pages that are built ahead and always there: a view is a declaration, the rest is here. */
@NullMarked
package gantry.precompute;

import org.jspecify.annotations.NullMarked;
