package gantry.alerts;

import gantry.audit.WatchChains;
import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Lambda, each hour: whether anybody has touched what was written down about who did what. */
public class WatchAuditHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  /** Of the function's 15 minutes; what is not reached is the next hour's. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Inject WatchChains chains;
  @Inject Metrics metrics;

  public WatchAuditHandler() {}

  WatchAuditHandler(ApplicationContext context) {
    super(context);
  }

  /** Answers how many chains are broken. */
  @Override
  public Integer execute(Map<String, Object> schedule) {
    var broken = chains.look(LIMIT);
    metrics.record("AuditBreaks", Unit.COUNT, broken, Map.of());
    return broken;
  }
}
