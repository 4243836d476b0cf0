/** SQS and Kinesis batch loops with partial failure: one bad record never fails its neighbours. */
@NullMarked
package gantry.batch;

import org.jspecify.annotations.NullMarked;
