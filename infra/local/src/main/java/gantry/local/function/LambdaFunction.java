package gantry.local.function;

import gantry.local.function.InvocationOutcome.Failed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A function: takes events, keeps one process for them, and starts another when that one is spent.
 */
public final class LambdaFunction implements Invocable, AutoCloseable {
  private final FunctionSpec spec;
  private final Starter starter;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Invocation> waiting = new ArrayDeque<>();
  private final Set<FunctionProcess> processes = new HashSet<>();
  private final FunctionCounters counters = new FunctionCounters();
  private final FunctionProcess.Owner owner = new Owner();
  private @Nullable FunctionProcess current;
  private boolean closed;

  /** Starts the function's processes; apart from it so that this class only decides when. */
  interface Starter {
    FunctionProcess start(FunctionProcess.Owner owner) throws IOException;

    /** A process that the starter gave out has ended. */
    void ended(FunctionProcess process);
  }

  LambdaFunction(FunctionSpec spec, Starter starter) {
    this.spec = spec;
    this.starter = starter;
  }

  public String name() {
    return spec.name();
  }

  @Override
  public String arn() {
    return spec.arn();
  }

  /** Gives the event to the function's process, after a cold start when there is none. */
  @Override
  public CompletableFuture<InvocationOutcome> invoke(String event) {
    var invocation = new Invocation(event);
    lock.lock();
    try {
      counters.invoked();
      if (closed) {
        invocation.answer().complete(Failed.of(Failed.EXITED, "the local cloud is stopping"));
        return invocation.answer();
      }
      waiting.add(invocation);
      ensureProcess();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return invocation.answer();
  }

  private void ensureProcess() {
    if (current != null || closed) {
      return;
    }
    try {
      current = starter.start(owner);
      processes.add(current);
      counters.coldStart();
    } catch (IOException e) {
      failWaiting(
          Failed.of("Runtime.StartError", spec.name() + " did not start: " + e.getMessage()));
    }
  }

  private void failWaiting(Failed failure) {
    waiting.forEach(invocation -> invocation.answer().complete(failure));
    waiting.forEach(_ -> counters.finished(failure));
    waiting.clear();
  }

  /** Ends the process when it only recorded for the AOT cache and has been idle for the span. */
  void retireRecorder(Duration idle) {
    lock.lock();
    try {
      var process = current;
      if (process != null
          && process.isRecording()
          && waiting.isEmpty()
          && process.isIdleFor(idle)) {
        counters.memory(process.memoryUsedMb());
        current = null;
        changed.signalAll();
        process.retire();
      }
    } finally {
      lock.unlock();
    }
  }

  public FunctionStatus status() {
    lock.lock();
    try {
      var process = current;
      var state = process == null ? "cold" : process.isInitialised() ? "ready" : "starting";
      var memory = process == null ? counters.memoryUsedMb() : process.memoryUsedMb();
      return counters.status(spec.name(), state, memory);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      failWaiting(Failed.of(Failed.EXITED, "the local cloud is stopping"));
      List.copyOf(processes).forEach(FunctionProcess::kill);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class Owner implements FunctionProcess.Owner {
    @Override
    public @Nullable Invocation next(FunctionProcess asking) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (current == asking && waiting.isEmpty()) {
          changed.await();
        }
        return current == asking ? hand(waiting.remove(), asking) : null;
      } finally {
        lock.unlock();
      }
    }

    /** Inside the lock, so that no process is taken for idle or dead in between. */
    private static Invocation hand(Invocation invocation, FunctionProcess process) {
      process.accept(invocation);
      return invocation;
    }

    @Override
    public void initialised(FunctionProcess process, Duration init) {
      counters.initialised(init);
    }

    @Override
    public void finished(FunctionProcess process, InvocationOutcome outcome) {
      counters.finished(outcome);
      if (outcome instanceof Failed failed && failed.isTimeout()) {
        replace(process);
      }
    }

    @Override
    public void died(FunctionProcess process) {
      lock.lock();
      try {
        processes.remove(process);
        if (!process.isInitialised() && current == process) {
          failWaiting(process.initFailure());
        }
        replace(process);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void ended(FunctionProcess process) {
      starter.ended(process);
    }

    /** The process takes no new event; those that wait get a new one. */
    private void replace(FunctionProcess spent) {
      lock.lock();
      try {
        if (current == spent) {
          counters.memory(spent.memoryUsedMb());
          current = null;
          changed.signalAll();
          if (!waiting.isEmpty()) {
            ensureProcess();
          }
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
