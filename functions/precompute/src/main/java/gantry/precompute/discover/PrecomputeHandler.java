package gantry.precompute.discover;

import gantry.precompute.Build;
import gantry.precompute.BuildView;
import gantry.precompute.View;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every five minutes builds the views that are due. */
public class PrecomputeHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  /** Of the schedule in template.yaml. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Inject BuildView buildView;
  @Inject List<View> views;

  public PrecomputeHandler() {}

  PrecomputeHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Integer execute(Map<String, Object> schedule) {
    return views.stream()
        .filter(View::isBuiltAhead)
        .map(view -> buildView.buildIfDue(view, PAUSE))
        .mapToInt(PrecomputeHandler::pages)
        .sum();
  }

  private static int pages(Build build) {
    return switch (build) {
      case Build.Done(var built, _) -> built;
      case Build.Busy _, Build.NotDue _ -> 0;
    };
  }
}
