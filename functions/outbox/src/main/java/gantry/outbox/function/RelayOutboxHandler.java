package gantry.outbox.function;

import gantry.lambda.Invocation;
import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import gantry.outbox.OutboxRelay;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Each minute publishes what no function could publish right after its commit. */
public class RelayOutboxHandler extends MicronautRequestHandler<Map<String, Object>, Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  /** Left for the round that is under way and for the metric. */
  private static final Duration RESERVE = Duration.ofSeconds(10);

  @Inject OutboxRelay relay;
  @Inject Metrics metrics;

  public RelayOutboxHandler() {}

  RelayOutboxHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Integer execute(Map<String, Object> schedule) {
    try {
      return relay.relay(limit());
    } finally {
      metrics.record("OutboxLagSeconds", Unit.SECONDS, relay.lag().toMillis() / 1000.0, Map.of());
    }
  }

  private static Duration limit() {
    return Invocation.current()
        .map(invocation -> invocation.timeLeft().minus(RESERVE))
        .filter(left -> left.compareTo(LIMIT) < 0)
        .orElse(LIMIT);
  }
}
