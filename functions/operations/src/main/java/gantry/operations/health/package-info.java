/** Whether Gantry lives, is ready, and what is wrong with which part. */
@NullMarked
package gantry.operations.health;

import org.jspecify.annotations.NullMarked;
