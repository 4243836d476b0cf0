package gantry.local.process;

import java.time.Duration;

/** Ends this JVM when its orderly stop takes too long; the watchdog then ends what is left. */
public final class LastResort {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LastResort() {}

  /** To be called first in the shutdown hook. */
  public static void arm() {
    Thread.ofPlatform().daemon().name("last-resort").start(LastResort::haltLater);
  }

  private static void haltLater() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
