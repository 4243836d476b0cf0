package gantry.operations.health;

/** A part of Gantry that can be asked how it is. */
interface Component {
  /** Its name in answers and alarms. */
  String name();

  /** Whether Gantry is unhealthy without it, and not only degraded. */
  boolean isRequired();

  /** Asks it; what throws, or takes too long, is unhealthy. */
  Observation observe();
}
