package gantry.alerts;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Lambda: each minute, and at each change of a CloudWatch alarm. */
public class WatchAlertsHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  @Inject EvaluateRules evaluateRules;
  @Inject NoteAlarm noteAlarm;
  @Inject DatabaseWatch database;
  @Inject SendNotices sendNotices;

  public WatchAlertsHandler() {}

  WatchAlertsHandler(ApplicationContext context) {
    super(context);
  }

  /** Answers how many notices were due. */
  @Override
  public Integer execute(Map<String, Object> event) {
    return database.watch(() -> {
      if (AlarmChange.isAlarm(event)) {
        AlarmChange.of(event).ifPresent(noteAlarm::note);
      } else {
        evaluateRules.evaluate();
      }
      return sendNotices.send();
    });
  }
}
