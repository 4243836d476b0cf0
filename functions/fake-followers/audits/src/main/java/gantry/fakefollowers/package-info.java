/** Audits of a creator's followers at the edge: HTTP in, scored batches in from the stream. */
@NullMarked
package gantry.fakefollowers;

import org.jspecify.annotations.NullMarked;
