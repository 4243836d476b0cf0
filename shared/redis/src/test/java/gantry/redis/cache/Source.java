package gantry.redis.cache;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where the truth is: one value that changes, and a count of who asked for it. */
final class Source implements Loader<String> {
  private final AtomicInteger loads = new AtomicInteger();
  private final String[] tags;
  private volatile @Nullable String value;
  private volatile Runnable meanwhile = () -> {};

  Source(@Nullable String value, String... tags) {
    this.value = value;
    this.tags = tags;
  }

  void set(@Nullable String next) {
    value = next;
  }

  /** What happens after a value was read and before it is handed over. */
  void meanwhile(Runnable event) {
    meanwhile = event;
  }

  int loads() {
    return loads.get();
  }

  @Override
  public Loaded<String> load() {
    loads.incrementAndGet();
    var read = value;
    meanwhile.run();
    return read == null ? Loaded.absent(tags) : Loaded.of(read, tags);
  }
}
