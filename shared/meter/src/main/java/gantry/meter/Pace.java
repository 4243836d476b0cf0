package gantry.meter;

import java.time.Duration;
import java.util.Optional;

/** When the calls to one server may begin. */
public interface Pace {
  /** How long to wait for one's turn, which is then taken; empty when it would be longer. */
  Optional<Duration> turn(Duration most);

  /** No call for this long. */
  void hold(Duration pause);
}
