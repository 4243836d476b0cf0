package gantry.tokenscan.scans;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Lambda: each minute queues tokens that are due again, and forgets old scans. */
public class SweepTokenScansHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  @Inject SweepScans sweepScans;

  public SweepTokenScansHandler() {}

  SweepTokenScansHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Integer execute(Map<String, Object> schedule) {
    return sweepScans.sweep();
  }
}
