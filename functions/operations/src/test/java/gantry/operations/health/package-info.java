@NullMarked
package gantry.operations.health;

import org.jspecify.annotations.NullMarked;
