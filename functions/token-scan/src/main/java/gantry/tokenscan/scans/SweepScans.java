package gantry.tokenscan.scans;

import jakarta.inject.Singleton;

/** Queues what is due again, and forgets what nobody will ask for any more. */
@Singleton
final class SweepScans {
  private static final int MOST = 100;

  private final PostgresScanStore store;
  private final QueueItems queueItems;

  SweepScans(PostgresScanStore store, QueueItems queueItems) {
    this.store = store;
    this.queueItems = queueItems;
  }

  /** How many tokens were queued. */
  int sweep() {
    store.deleteOld(MOST);
    return queueItems.due();
  }
}
