@NullMarked
package gantry.meter;

import org.jspecify.annotations.NullMarked;
