package gantry.precompute.content;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Each minute rolls up what was counted since. */
public class RollUpCountersHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  @Inject RollUpCounters rollUpCounters;

  public RollUpCountersHandler() {}

  RollUpCountersHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Integer execute(Map<String, Object> schedule) {
    return rollUpCounters.rollUp();
  }
}
