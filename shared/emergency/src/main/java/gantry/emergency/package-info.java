/** Emergency mode: one switch that restricts routes, by hand or by load, and ends by itself. */
@NullMarked
package gantry.emergency;

import org.jspecify.annotations.NullMarked;
