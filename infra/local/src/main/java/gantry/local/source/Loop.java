package gantry.local.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Threads that repeat a step until they are closed, and rest after a failed one. */
final class Loop implements AutoCloseable {
  private static final Duration REST = Duration.ofMillis(500);

  private final String name;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  interface Step {
    void run() throws InterruptedException;
  }

  Loop(String name) {
    this.name = name;
  }

  synchronized void start(Step step) {
    threads.add(Thread.ofVirtual().name(name).start(() -> repeat(step)));
  }

  private void repeat(Step step) {
    while (!closed) {
      try {
        step.run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        rest(e);
      }
    }
  }

  private void rest(RuntimeException failure) {
    if (closed) {
      return;
    }
    System.err.println("[" + name + "] " + failure.getMessage());
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
