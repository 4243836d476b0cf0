package gantry.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import gantry.testing.Eventually;
import gantry.testing.Folders;
import gantry.testing.Watchdog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, as it is installed here; it reaches nothing but this machine. */
public final class Chromium implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);
  private static final Path FOLDER = Path.of("target", "browser").toAbsolutePath();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox", // root has none; only our own page is ever shown
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-extensions",
          "--disable-breakpad",
          "--disable-background-networking",
          "--disable-component-update",
          "--no-first-run",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--remote-debugging-port=0");

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /** Skips the test where there is none, or where the one there does not work. */
  public static Chromium orSkip() {
    return installed()
        .map(Chromium::startOrSkip)
        .orElseGet(() -> abort("No Chromium on the PATH: the page is not tried in a browser"));
  }

  private static Optional<Path> installed() {
    var folders = System.getenv().getOrDefault("PATH", "").split(":", -1);
    return NAMES.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Chromium startOrSkip(Path program) {
    try {
      Folders.delete(FOLDER);
      Files.createDirectories(FOLDER);
      return start(program);
    } catch (IOException | RuntimeException | AssertionError e) {
      return abort(program + " does not work: the page is not tried in a browser (" + e + ")");
    }
  }

  private static Chromium start(Path program) throws IOException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + FOLDER);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(FOLDER.resolve("browser.log").toFile());
    builder.environment().put("HOME", FOLDER.toString());
    var process = Watchdog.shared().start(builder);
    try {
      var browser = new Chromium(process, DevTools.at(address(process)));
      assertThat(browser.newTab().evaluate("6 * 7").asInt()).isEqualTo(42);
      return browser;
    } catch (IOException | RuntimeException | AssertionError e) {
      process.destroy();
      throw e;
    }
  }

  /** It writes down its port and path as soon as it listens. */
  private static URI address(Process process) throws IOException {
    var written = FOLDER.resolve("DevToolsActivePort");
    Eventually.within(
        STARTS_WITHIN,
        () -> assertThat(!process.isAlive() || Files.readAllLines(written).size() > 1).isTrue());
    var lines = Files.readAllLines(written);
    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
  }

  /** A page on a phone's screen, without anything that another one has left. */
  public Tab newTab() {
    var context = tools.command("Target.createBrowserContext", Map.of()).path("browserContextId");
    var target =
        tools.command(
            "Target.createTarget",
            Map.of("url", "about:blank", "browserContextId", context.asText()));
    var attached =
        tools.command(
            "Target.attachToTarget",
            Map.of("targetId", target.path("targetId").asText(), "flatten", true));
    return new Tab(tools.of(attached.path("sessionId").asText()));
  }

  @Override
  public void close() {
    tools.close();
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
