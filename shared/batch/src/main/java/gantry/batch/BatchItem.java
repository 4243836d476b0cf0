package gantry.batch;

import gantry.lambda.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One record of a batch, tried by itself. */
record BatchItem(@Nullable String id, @Nullable String requestId) {
  private static final Logger LOG = LoggerFactory.getLogger(BatchItem.class);

  /** Whether the action came through; what it threw is logged with the record's id. */
  boolean succeeds(Runnable action) {
    try (var _ = RequestId.carry(requestId)) {
      return attempt(action);
    }
  }

  private boolean attempt(Runnable action) {
    try {
      action.run();
      return true;
    } catch (OutOfMemoryError error) {
      throw error; // The JVM is not to be trusted with the next record.
    } catch (Throwable failure) {
      LOG.error("Record {} failed and will come again", id, failure);
      return false;
    }
  }

  /**
   * The id to report. AWS takes an empty one as "the whole batch failed", which is what is left to
   * say when the failed record has no id.
   */
  String reported() {
    return id == null ? "" : id;
  }
}
