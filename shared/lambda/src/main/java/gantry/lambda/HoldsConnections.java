package gantry.lambda;

/** A bean with connections, or with what it learnt over them: neither outlives a snapshot. */
public interface HoldsConnections {
  /** Closes and forgets them before it returns; the next use opens new ones. */
  void letGo();
}
