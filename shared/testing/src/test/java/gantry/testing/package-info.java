@NullMarked
package gantry.testing;

import org.jspecify.annotations.NullMarked;
