package gantry.tokenscan.scans;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a scan's tokens on the queue: at once, and again when they are due and still pending. */
@Singleton
final class QueueItems {
  private static final Logger LOG = LoggerFactory.getLogger(QueueItems.class);

  /** A transaction of seconds: the sources allow fewer a minute. */
  private static final int MOST = 200;

  private final PostgresScanStore store;
  private final ScanQueueClient queue;
  private final Transactions transactions;

  QueueItems(PostgresScanStore store, ScanQueueClient queue, Transactions transactions) {
    this.store = store;
    this.queue = queue;
    this.transactions = transactions;
  }

  /** The order stands, whatever happens here. */
  void ofScan(UUID id, int tokens) {
    try {
      queue.send(IntStream.range(0, tokens).mapToObj(i -> new ScanItemRef(id, i)).toList());
      store.awaitAll(id);
    } catch (RuntimeException e) {
      LOG.warn("The tokens of scan {} are queued by the sweep: {}", id, e.toString());
    }
  }

  /** How many were due; the claim is undone when the queue does not take them. */
  int due() {
    return transactions.inTransaction(() -> {
      List<ScanItemRow> due = store.claimDue(MOST);
      queue.send(due.stream().map(ScanItemRow::ref).toList());
      return due.size();
    });
  }
}
