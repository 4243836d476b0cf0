package gantry.postgres;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Writers that never rest, and what each of their writes was told. */
final class Clients implements AutoCloseable {
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  static Clients start(int number, Notes notes) {
    var clients = new Clients();
    for (var client = 0; client < number; client++) {
      var name = "client-" + client + "-";
      clients.threads.execute(() -> clients.write(notes, name));
    }
    return clients;
  }

  /** These are there. */
  Set<String> told() {
    return told;
  }

  /** These are there or not. */
  Set<String> unknown() {
    return unknown;
  }

  /** These are not. */
  Set<String> failed() {
    return failed;
  }

  @Override
  public void close() {
    isOver.set(true);
    threads.close();
  }

  private void write(Notes notes, String name) {
    for (var number = 0; !isOver.get(); number++) {
      var note = name + number;
      try {
        notes.write(note);
        told.add(note);
      } catch (OutcomeUnknownException e) {
        unknown.add(note);
      } catch (RuntimeException e) {
        failed.add(note);
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    }
  }
}
