package gantry.local.function;

import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One JVM of a function, from its start to its end. */
final class FunctionProcess implements RuntimeApi.Calls {
  private final FunctionSpec spec;
  private final Owner owner;
  private final FunctionLog log;
  private final boolean recording;
  private final RuntimeApi api;
  private final Process process;
  private final long startedAt = System.nanoTime();
  private final Map<String, Invocation> inFlight = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Duration init;
  private volatile boolean initReported;
  private volatile @Nullable String initError;
  private volatile boolean draining;
  private volatile boolean retired;
  private volatile int memoryUsedMb;
  private volatile long lastActive = System.nanoTime();

  /** The function that a process belongs to. */
  interface Owner {
    /** Blocks until the process has accepted an event; null when it gets none any more. */
    @Nullable Invocation next(FunctionProcess asking) throws InterruptedException;

    void initialised(FunctionProcess process, Duration init);

    void finished(FunctionProcess process, InvocationOutcome outcome);

    /** The process is dead and takes no event from now on; what it was doing fails next. */
    void died(FunctionProcess process);

    /** All that the process did is accounted for. */
    void ended(FunctionProcess process);
  }

  /**
   * How a process is started: the command, the working folder and the launcher that registers it.
   */
  record Start(JavaCommand command, List<String> cacheFlags, Path taskRoot) {}

  FunctionProcess(FunctionSpec spec, Start start, Launcher launcher, FunctionLog log, Owner owner)
      throws IOException {
    this.spec = spec;
    this.owner = owner;
    this.log = log;
    this.recording = AotCache.isRecording(start.cacheFlags());
    api = new RuntimeApi(this);
    try {
      process = launcher.start(spec.name(), builder(start));
    } catch (IOException e) {
      api.close();
      throw e;
    }
    Thread.startVirtualThread(this::pump);
    Thread.startVirtualThread(this::awaitExit);
  }

  private ProcessBuilder builder(Start start) {
    var builder = new ProcessBuilder(start.command().running(start.cacheFlags()));
    builder.directory(start.taskRoot().toFile());
    builder.environment().clear();
    builder.environment().putAll(spec.environment());
    builder.environment().put("LAMBDA_TASK_ROOT", start.taskRoot().toString());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    return builder.redirectErrorStream(true);
  }

  @Override
  public RuntimeApi.@Nullable Delivery next() throws InterruptedException {
    reportInitialised();
    var invocation = owner.next(this);
    if (invocation == null) {
      ended.await();
      return null;
    }
    return deliver(invocation);
  }

  /** The event is this process's now: it counts as busy, and its end fails the event. */
  void accept(Invocation invocation) {
    inFlight.put(invocation.id(), invocation);
    lastActive = System.nanoTime();
  }

  private synchronized void reportInitialised() {
    if (init == null) {
      var took = Duration.ofNanos(System.nanoTime() - startedAt);
      init = took;
      owner.initialised(this, took);
    }
  }

  private RuntimeApi.Delivery deliver(Invocation invocation) {
    log.start(invocation.id());
    var deadline = invocation.handOver(spec.timeout());
    var _ =
        invocation
            .outcome()
            .whenCompleteAsync(
                (outcome, _) -> finish(invocation, outcome), Thread::startVirtualThread);
    return new RuntimeApi.Delivery(invocation.id(), spec.arn(), deadline, invocation.event());
  }

  private void finish(Invocation invocation, InvocationOutcome outcome) {
    lastActive = System.nanoTime();
    var took = invocation.sinceHandOver();
    owner.finished(this, outcome);
    invocation.answer().complete(outcome);
    log.end(invocation.id(), report(took, outcome));
    inFlight.remove(invocation.id());
    if (outcome instanceof Failed failed && failed.isTimeout()) {
      drain();
    }
    killWhenDrained();
  }

  private FunctionLog.Report report(Duration took, InvocationOutcome outcome) {
    measureMemory();
    var first = !initReported;
    initReported = true;
    return new FunctionLog.Report(
        took, first ? init : null, spec.memoryMb(), memoryUsedMb, outcome);
  }

  /**
   * Takes no new event; ends once the invocations under way have ended, each within its own
   * deadline.
   */
  void drain() {
    draining = true;
    killWhenDrained();
  }

  private void killWhenDrained() {
    if (draining && inFlight.isEmpty()) {
      process.destroyForcibly();
    }
  }

  /** Asks an idle process to end in order, so that it writes down what it has recorded. */
  void retire() {
    retired = true;
    process.destroy();
  }

  boolean isRetired() {
    return retired;
  }

  void kill() {
    process.destroyForcibly();
  }

  boolean isRecording() {
    return recording;
  }

  boolean isIdleFor(Duration span) {
    return init != null
        && initReported
        && inFlight.isEmpty()
        && System.nanoTime() - lastActive >= span.toNanos();
  }

  boolean isInitialised() {
    return init != null;
  }

  int memoryUsedMb() {
    measureMemory();
    return memoryUsedMb;
  }

  /** Why the process could not start, in Lambda's words. */
  Failed initFailure() {
    var error = initError;
    return error == null ? exitError("Init") : new Failed(ErrorDocument.type(error), error);
  }

  @Override
  public void returned(String id, String payload) {
    complete(id, new Returned(payload));
  }

  @Override
  public void failed(String id, String error) {
    complete(id, new Failed(ErrorDocument.type(error), error));
  }

  @Override
  public void initFailed(String error) {
    initError = error;
  }

  private void complete(String id, InvocationOutcome outcome) {
    var invocation = inFlight.get(id);
    if (invocation != null) {
      invocation.outcome().complete(outcome);
    }
  }

  private void awaitExit() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    owner.died(this);
    failInFlight();
    ended.countDown();
    api.close();
    owner.ended(this);
  }

  private void failInFlight() {
    inFlight
        .values()
        .forEach(i -> i.outcome().complete(exitError("RequestId: " + i.id() + " Error")));
  }

  private Failed exitError(String during) {
    var status = process.isAlive() ? 1 : process.exitValue();
    var how = status > 128 ? "signal: " + (status - 128) : "exit status " + status;
    return Failed.of(Failed.EXITED, during + ": Runtime exited with error: " + how);
  }

  private void measureMemory() {
    memoryUsedMb = ProcessMemory.peakMb(process.pid()).orElse(memoryUsedMb);
  }

  private void pump() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().filter(FunctionProcess::isOwnOutput).forEach(log::line);
    } catch (IOException | UncheckedIOException e) {
      // a killed process leaves its last line unfinished
    }
  }

  private static boolean isOwnOutput(String line) {
    return !line.strip()
        .startsWith("AOTConfiguration recorded:"); // the JVM says it with its log disabled
  }
}
