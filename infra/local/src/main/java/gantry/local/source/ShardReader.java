package gantry.local.source;

import gantry.local.template.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Reads one shard from where it was left and hands on its records in order, batch by batch. */
final class ShardReader {
  private static final Duration POLL = Duration.ofMillis(500);

  private final StreamEvent source;
  private final ShardPosition position;
  private final StreamBatch batch;
  private final Loop loop;

  ShardReader(StreamEvent source, ShardPosition position, StreamBatch batch, Loop loop) {
    this.source = source;
    this.position = position;
    this.batch = batch;
    this.loop = loop;
  }

  /** Reads and handles one batch, or waits a moment when there is nothing. */
  void step() throws InterruptedException {
    try {
      batch.handle(loop.waitFor(this::read));
    } catch (ExpiredIteratorException e) {
      position.rewind(); // a batch took longer than an iterator lives
    } catch (RuntimeException e) {
      position.rewind(); // what was read and not done is read again
      throw e;
    }
  }

  private List<Record> read() throws InterruptedException {
    var records = new ArrayList<>(position.poll(source.batchSize()));
    var deadline = System.nanoTime() + source.window().toNanos();
    if (records.isEmpty()) {
      Thread.sleep(POLL);
    }
    while (!records.isEmpty() && records.size() < source.batchSize() && isBefore(deadline)) {
      Thread.sleep(POLL);
      records.addAll(position.poll(source.batchSize() - records.size()));
    }
    return records;
  }

  private static boolean isBefore(long deadline) {
    return deadline - System.nanoTime() > 0;
  }
}
