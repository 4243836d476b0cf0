package gantry.precompute.discover;

import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** What comes every five minutes. */
public final class Schedule {
  private Schedule() {}

  /** How many pages were built. */
  public static int comes(ApplicationContext process) {
    return new PrecomputeHandler(process).handleRequest(Map.of(), new FakeContext());
  }
}
