package gantry.local.function;

import java.time.Duration;

/** What a function has done since the local cloud started. */
final class FunctionCounters {
  private int coldStarts;
  private long invocations;
  private long errors;
  private int memoryUsedMb;
  private long initMs;

  synchronized void invoked() {
    invocations++;
  }

  synchronized void coldStart() {
    coldStarts++;
  }

  synchronized void initialised(Duration init) {
    initMs = init.toMillis();
  }

  synchronized void finished(InvocationOutcome outcome) {
    if (outcome instanceof InvocationOutcome.Failed) {
      errors++;
    }
  }

  synchronized void memory(int usedMb) {
    memoryUsedMb = usedMb;
  }

  synchronized int memoryUsedMb() {
    return memoryUsedMb;
  }

  synchronized FunctionStatus status(String name, String state, int memoryMb) {
    return new FunctionStatus(name, state, coldStarts, invocations, errors, memoryMb, initMs);
  }
}
