@NullMarked
package gantry.postgres;

import org.jspecify.annotations.NullMarked;
