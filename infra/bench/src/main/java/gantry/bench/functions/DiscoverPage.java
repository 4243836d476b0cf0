package gantry.bench.functions;

import java.io.IOException;
import java.sql.SQLException;

/**
 * {@code GET /v1/discover} through the handler, built ahead, beside its six sections asked live:
 * 10,000 creators, 100,000 roadmaps, two million days of activity, one caller.
 *
 * <p>Arguments: seconds a round, rounds.
 */
public final class DiscoverPage {
  private DiscoverPage() {}

  public static void main(String... args) throws SQLException, IOException, InterruptedException {
    var core = new OneCore("functions/precompute/target/precompute.jar");
    try (var connection = core.connect()) {
      GeneratedLibrary.fill(connection);
    }
    core.run(DiscoverLoad.class, args);
    System.exit(0);
  }
}
