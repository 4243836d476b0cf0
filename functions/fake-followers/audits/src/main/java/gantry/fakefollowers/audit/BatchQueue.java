package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.FollowerBatch;
import java.util.List;

/** The queue that the scorer reads. */
public interface BatchQueue {
  /** Returns when all are on the queue, and throws otherwise. */
  void send(List<FollowerBatch> batches);
}
