package gantry.alerts;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over what CloudWatch found; rules that are evaluated here are not its to decide. */
@Singleton
final class NoteAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(NoteAlarm.class);

  private final Rules rules;
  private final TrackAlerts track;
  private final Clock clock;

  NoteAlarm(Rules rules, TrackAlerts track, Clock clock) {
    this.rules = rules;
    this.track = track;
    this.clock = clock;
  }

  void note(AlarmChange change) {
    rules
        .ofAlarm(change.alarm())
        .filter(rule -> !rule.isEvaluatedHere())
        .ifPresentOrElse(
            rule -> note(rule, change.isOn()),
            () -> LOG.info("Nothing to do about the alarm {}", change.alarm()));
  }

  private void note(Rule rule, boolean isOn) {
    if (isOn) {
      track.fires(rule, rule.threshold(), clock.instant());
    } else {
      track.rests(rule);
    }
  }
}
