/** What queues have given up, shown, moved back to work or thrown away, each with a reason. */
@NullMarked
package gantry.operations.deadletters;

import org.jspecify.annotations.NullMarked;
