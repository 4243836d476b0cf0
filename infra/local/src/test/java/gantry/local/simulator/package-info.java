@NullMarked
package gantry.local.simulator;

import org.jspecify.annotations.NullMarked;
