package gantry.resilience;

/** Told of each change of a breaker, within the call that caused it: it must not wait. */
@FunctionalInterface
public interface CircuitListener {
  void changed(CircuitChange change);
}
