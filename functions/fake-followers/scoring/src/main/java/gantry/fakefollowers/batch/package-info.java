/** What travels through the pipeline: batches of followers in, scored batches out. */
@NullMarked
package gantry.fakefollowers.batch;

import org.jspecify.annotations.NullMarked;
