@NullMarked
package gantry.chains;

import org.jspecify.annotations.NullMarked;
