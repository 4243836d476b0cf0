package gantry.lambda;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Lambda calls around a SnapStart snapshot. Every copy that wakes from it would hold the same
 * connections, dead by then, and draw the same random numbers.
 */
@Singleton
final class SnapshotHooks implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotHooks.class);
  private static final int SEED_BYTES = 32;

  private final List<HoldsConnections> holders;

  SnapshotHooks(List<HoldsConnections> holders) {
    this.holders = holders;
    // Held there by a weak reference only: the strong one is this bean's context.
    Core.getGlobalContext().register(this);
  }

  /** What throws here fails the deployment, and that is better than copies that do not work. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    letGo();
  }

  /** Lets go once more, of what a thread in the background may have opened in between. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    reseed(new SecureRandom());
    letGo();
    LOG.info("Restored from a snapshot");
  }

  /**
   * The JDK's secure randoms of one kind share their state, so this is for those of ids and TLS.
   */
  static void reseed(SecureRandom random) {
    random.setSeed(random.generateSeed(SEED_BYTES));
  }

  private void letGo() {
    holders.forEach(HoldsConnections::letGo);
  }
}
