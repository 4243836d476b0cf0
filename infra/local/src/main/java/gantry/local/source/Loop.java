package gantry.local.source;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Threads that repeat a step until they are told to stop, and rest after a failed one. */
final class Loop {
  private static final Duration REST = Duration.ofMillis(500);

  private final String name;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  interface Step {
    void run() throws InterruptedException;
  }

  interface Wait<T> {
    T run() throws InterruptedException;
  }

  Loop(String name) {
    this.name = name;
  }

  void start(Step step) {
    run(() -> repeat(step));
  }

  /** Work that a step has begun and does not wait for; the end of the loop waits for it. */
  void run(Runnable work) {
    var thread = Thread.ofVirtual().name(name).unstarted(() -> track(work));
    threads.add(thread);
    thread.start();
  }

  private void track(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      report(e);
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  /** The part of a step that is given up at once when the loop stops. */
  <T> T waitFor(Wait<T> wait) throws InterruptedException {
    waiting.add(Thread.currentThread());
    try {
      if (stopped) {
        throw new InterruptedException();
      }
      return wait.run();
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  private void repeat(Step step) {
    while (!stopped) {
      try {
        step.run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        rest(e);
      }
    }
  }

  private void report(RuntimeException failure) {
    if (!stopped) {
      System.err.println("[" + name + "] " + failure.getMessage());
    }
  }

  private void rest(RuntimeException failure) {
    report(failure);
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  /** No new step begins; what only waits ends now. */
  void stop() {
    stopped = true;
    waiting.forEach(Thread::interrupt);
  }

  /** Waits for the steps under way, then interrupts them. */
  void awaitEnd(Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    try {
      for (var thread : List.copyOf(threads)) {
        var _ = thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
  }
}
