package gantry.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All functions of the template, by their logical ids. */
public final class Functions implements Invocable.Lookup, AutoCloseable {
  private static final Duration IDLE_BEFORE_RETIREMENT = Duration.ofSeconds(5);

  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
  private final ScheduledExecutorService retiring =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  /**
   * Whether a function's first process records for its cache; a cloud that is soon gone saves that.
   */
  public enum Training {
    RECORD,
    NONE
  }

  /** Where functions keep what outlives them, how they are started and where their output goes. */
  public record Host(Path home, Launcher launcher, FunctionLog.Output out, Training training) {}

  public Functions(Collection<FunctionSpec> specs, Host host) {
    try {
      var jars = new JarStore(Files.createDirectories(host.home().resolve("jars")));
      var caches = Files.createDirectories(host.home().resolve("aot"));
      var library = NativeLibrary.unpackTo(host.home());
      var used = new HashSet<Path>();
      for (var spec : specs) {
        var jar = jars.place(spec.jar());
        var command = new JavaCommand(library, jar.file(), spec.handler(), spec.memoryMb());
        var cache = new AotCache(spec.name(), command, caches, jar.sha256(), host.launcher());
        used.addAll(List.of(jar.file(), cache.file()));
        var taskRoot = Files.createDirectories(host.home().resolve("task").resolve(spec.name()));
        var starter = new ProcessStarter(spec, command, cache, taskRoot, host);
        functions.put(spec.name(), new LambdaFunction(spec, starter));
      }
      deleteUnused(jars.folder(), used);
      deleteUnused(caches, used);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the functions in " + host.home(), e);
    }
    var _ = retiring.scheduleWithFixedDelay(this::retireRecorders, 1, 1, TimeUnit.SECONDS);
  }

  /** What builds of before have left, and what was never finished. */
  private static void deleteUnused(Path folder, Set<Path> used) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(file -> !used.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public LambdaFunction get(String name) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    return function;
  }

  public Collection<LambdaFunction> all() {
    return functions.values();
  }

  private void retireRecorders() {
    functions.values().forEach(function -> function.retireRecorder(IDLE_BEFORE_RETIREMENT));
  }

  @Override
  public void close() {
    retiring.shutdownNow();
    functions.values().forEach(LambdaFunction::close);
  }
}
