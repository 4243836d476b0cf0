package gantry.webhooks;

import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Decision.Applied;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandler;
import gantry.webhooks.payload.Provider;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;

/** Does what a test tells it to. */
@Singleton
final class ScriptedHandler implements WebhookHandler {
  volatile Function<WebhookEvent, Decision> script = _ -> new Applied();

  @Override
  public Provider provider() {
    return Provider.STANDARD;
  }

  @Override
  public Set<String> types() {
    return Set.of("scripted.event");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return script.apply(event);
  }
}
