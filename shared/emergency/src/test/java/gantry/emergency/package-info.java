@NullMarked
package gantry.emergency;

import org.jspecify.annotations.NullMarked;
