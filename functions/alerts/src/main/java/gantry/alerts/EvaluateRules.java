package gantry.alerts;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that can be measured here; what cannot be is unknown and changes nothing. */
@Singleton
final class EvaluateRules {
  private static final Logger LOG = LoggerFactory.getLogger(EvaluateRules.class);

  private final List<Signal> signals;
  private final Rules rules;
  private final TrackAlerts track;

  EvaluateRules(List<Signal> signals, Rules rules, TrackAlerts track) {
    this.signals = signals;
    this.rules = rules;
    this.track = track;
  }

  void evaluate() {
    var values = new HashMap<String, Double>();
    signals.forEach(signal -> values.putAll(measured(signal)));
    for (var rule : rules.all()) {
      var value = values.get(rule.signal());
      if (value != null) {
        track.seen(rule, value);
      }
    }
  }

  private static Map<String, Double> measured(Signal signal) {
    try {
      return signal.measure();
    } catch (RuntimeException e) {
      LOG.warn("{} is unknown: {}", signal.getClass().getSimpleName(), e.toString());
      return Map.of();
    }
  }
}
