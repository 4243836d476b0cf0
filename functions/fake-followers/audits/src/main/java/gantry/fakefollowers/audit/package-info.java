/** An audit: its parts and batches, what was scored of them, and the running summary. */
@NullMarked
package gantry.fakefollowers.audit;

import org.jspecify.annotations.NullMarked;
