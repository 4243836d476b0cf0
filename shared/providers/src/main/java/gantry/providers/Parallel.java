package gantry.providers;

import gantry.lambda.RequestId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls at the same time, on virtual threads. Let them share a {@link Deadline}. */
public final class Parallel {
  private Parallel() {}

  /** What each call returned, in the order of the arguments; what the first threw is thrown. */
  public static <A, B> List<B> map(Collection<A> arguments, Function<A, B> call) {
    var requestId = RequestId.current().orElse(null);
    var calls = arguments.stream().map(a -> carrying(requestId, () -> call.apply(a))).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Parallel::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static <B> Callable<B> carrying(@Nullable String requestId, Callable<B> call) {
    return () -> {
      try (var _ = RequestId.carry(requestId)) {
        return call.call();
      }
    };
  }

  private static <B> B result(Future<B> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
