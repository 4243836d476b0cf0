package gantry.alerts;

import java.util.Map;

/** Something that Gantry can measure by itself. */
interface Signal {
  /** Values by the names that rules give to them; what throws is unknown, and changes nothing. */
  Map<String, Double> measure();
}
