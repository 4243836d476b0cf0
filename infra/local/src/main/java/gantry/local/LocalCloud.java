package gantry.local;

import gantry.local.process.LastResort;
import gantry.local.process.ParentWatch;
import gantry.local.server.CannotStart;
import gantry.local.server.Servers;
import gantry.local.server.StateFolder;
import gantry.local.simulator.ProviderSimulator;
import gantry.local.template.TemplateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Runs template.yaml on this machine until it is told to stop or Maven goes away. */
public final class LocalCloud implements AutoCloseable {
  /**
   * Held for as long as the process lives: the loggers are otherwise collected with their levels.
   */
  private final LocalSettings settings;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private LocalCloud(LocalSettings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) {
    if (System.getProperty("gantry.parent") != null) {
      ParentWatch.exitWithMaven();
    }
    try {
      LocalSettings.requireSupportedPlatform();
      var cloud = new LocalCloud(LocalSettings.ofThisProcess());
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::stop));
      cloud.start();
    } catch (CannotStart | TemplateException refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    } catch (RuntimeException failure) {
      // The servers' threads would keep a half started process alive.
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private void start() {
    var started = System.nanoTime();
    var template = settings.readTemplate();
    var state = open(StateFolder.open(settings.home()));
    settings.ports().requireFree();
    if (settings.fresh()) {
      state.wipe();
      settings.wipeCheckpoints();
    }
    var simulator = CompletableFuture.supplyAsync(ProviderSimulator::start);
    var servers = open(Servers.start(state, settings.ports(), settings.schema()));
    var providers = open(simulator.join());
    var blueprint = Blueprint.of(settings, template, providers.environment());
    var platform = open(new Platform(settings, blueprint, servers, providers));
    platform.start();
    var welcome = new Welcome(settings, blueprint, platform.tokens());
    System.out.println(welcome.text(Duration.ofNanos(System.nanoTime() - started)));
  }

  private synchronized <T extends AutoCloseable> T open(T resource) {
    opened.push(resource);
    return resource;
  }

  private void stop() {
    LastResort.arm();
    close();
  }

  /** In the opposite order of the start: nothing new comes in while the last things end. */
  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        System.err.println("while stopping: " + e.getMessage());
      }
    }
  }
}
