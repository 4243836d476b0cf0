/** Facts that leave with the transaction that made them, in order per aggregate, to Kinesis. */
@NullMarked
package gantry.outbox;

import org.jspecify.annotations.NullMarked;
