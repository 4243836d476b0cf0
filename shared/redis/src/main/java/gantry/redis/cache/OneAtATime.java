package gantry.redis.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets one thread of this process do the work for a key while the others wait for its result. */
final class OneAtATime<V> {
  private final Map<String, CompletableFuture<Optional<V>>> running = new ConcurrentHashMap<>();

  Optional<V> run(String key, Supplier<Optional<V>> work) {
    var own = new CompletableFuture<Optional<V>>();
    var running = this.running.putIfAbsent(key, own);
    return running == null ? lead(key, own, work) : follow(running, work);
  }

  /** Who comes from now on does not get what was begun before. */
  void forget() {
    running.clear();
  }

  private Optional<V> lead(
      String key, CompletableFuture<Optional<V>> own, Supplier<Optional<V>> work) {
    try {
      var result = work.get();
      own.complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(key, own);
    }
  }

  /**
   * What failed for one would fail for all, one after the other; what takes too long is not
   * awaited.
   */
  private Optional<V> follow(CompletableFuture<Optional<V>> leader, Supplier<Optional<V>> work) {
    try {
      return leader.get(SharedLayer.LOADING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException _) {
      return work.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return work.get();
    }
  }
}
