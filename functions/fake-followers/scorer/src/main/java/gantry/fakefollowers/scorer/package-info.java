/** Scores batches of followers from the queue and puts them on the stream; knows no database. */
@NullMarked
package gantry.fakefollowers.scorer;

import org.jspecify.annotations.NullMarked;
