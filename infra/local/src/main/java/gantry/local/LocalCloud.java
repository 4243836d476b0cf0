package gantry.local;

import gantry.local.process.Children;
import gantry.local.process.ParentWatch;
import gantry.local.server.CannotStart;
import gantry.local.server.ServerPorts;
import gantry.local.server.Servers;
import gantry.local.server.StateFolder;
import java.nio.file.Path;

/** Runs template.yaml on this machine until it is told to stop or Maven goes away. */
final class LocalCloud {
  private LocalCloud() {}

  public static void main(String[] args) {
    if (System.getProperty("gantry.parent") != null) {
      ParentWatch.exitWithMaven();
    }
    try {
      start();
    } catch (CannotStart refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  private static void start() {
    var ports = ServerPorts.of(System.getenv());
    var state = StateFolder.open(home());
    ports.requireFree();
    if (Boolean.getBoolean("gantry.fresh")) {
      state.wipe();
    }
    var children = new Children();
    var servers = Servers.start(state, ports);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              children.close();
              servers.close();
              state.close();
            }));
    System.out.println("Gantry is ready on http://127.0.0.1:" + ports.http());
  }

  private static Path home() {
    var home = System.getenv("GANTRY_HOME");
    var target = System.getProperty("gantry.target", "target");
    return Path.of(home == null || home.isBlank() ? target + "/home" : home).toAbsolutePath();
  }
}
