@NullMarked
package gantry.deferral;

import org.jspecify.annotations.NullMarked;
