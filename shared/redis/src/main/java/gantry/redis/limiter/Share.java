package gantry.redis.limiter;

import gantry.meter.Verdict;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** This process's own verdict about one request, asked for at most once, also over a fail-over. */
final class Share {
  private final Supplier<Verdict> source;
  private @Nullable Verdict verdict;

  Share(Supplier<Verdict> source) {
    this.source = source;
  }

  synchronized Verdict ask() {
    if (verdict == null) {
      verdict = source.get();
    }
    return verdict;
  }

  synchronized boolean isAsked() {
    return verdict != null;
  }
}
