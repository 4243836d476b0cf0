package gantry.postgres;

import gantry.lambda.Deadline;
import gantry.lambda.RequestId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work on a thread of its own, for the same request and until the same deadline. */
record Fork<T>(CompletableFuture<T> answer) {
  private static final Executor THREADS = work -> Thread.ofVirtual().start(work);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  static <T> Fork<T> of(Supplier<T> work) {
    var requestId = RequestId.current().orElse(null);
    var left = Deadline.left().orElse(LONGEST);
    return new Fork<>(
        CompletableFuture.supplyAsync(
            () -> {
              try (var _ = RequestId.carry(requestId)) {
                return Deadline.within(left, work);
              }
            },
            THREADS));
  }

  T result() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
