package gantry.testing;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Hands out contexts and counts those that something still holds on to. */
public final class KeptContexts {
  private static final int ATTEMPTS = 10;

  private final List<WeakReference<Context>> given = new ArrayList<>();

  /** A context that nobody else knows. */
  public Context next() {
    var context = new FakeContext();
    given.add(new WeakReference<>(context));
    return context;
  }

  /** How many are still reachable once the garbage is collected. */
  public long kept() {
    var kept = reachable();
    for (var i = 0; kept > 0 && i < ATTEMPTS; i++) {
      System.gc();
      kept = reachable();
    }
    return kept;
  }

  private long reachable() {
    return given.stream().filter(reference -> reference.get() != null).count();
  }
}
