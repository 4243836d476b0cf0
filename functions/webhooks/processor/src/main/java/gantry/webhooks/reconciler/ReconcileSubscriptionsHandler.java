package gantry.webhooks.reconciler;

import gantry.outbox.PromptRelay;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Lambda: each minute, what webhooks left open. */
public class ReconcileSubscriptionsHandler
    extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {
  @Inject ReleaseVariants releaseVariants;
  @Inject ReconcileSubscriptions reconcileSubscriptions;
  @Inject TellBoundaries tellBoundaries;
  @Inject PromptRelay relay;

  public ReconcileSubscriptionsHandler() {}

  ReconcileSubscriptionsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public Map<String, Object> execute(Map<String, Object> event) {
    var released = releaseVariants.release();
    var summary = reconcileSubscriptions.reconcile();
    var told = tellBoundaries.tell();
    relay.publishSoon();
    return Map.of(
        "released", released,
        "started", told.started(),
        "ended", told.ended(),
        "checked", summary.checked(),
        "healed", summary.healed(),
        "unknown", summary.unknown());
  }
}
