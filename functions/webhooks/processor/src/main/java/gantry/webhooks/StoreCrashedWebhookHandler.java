package gantry.webhooks;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Lambda: events from {@code webhook-crashed.fifo}, on which the processor died fifty times. */
public class StoreCrashedWebhookHandler
    extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject InboxHandler inbox;
  @Inject StoreCrashedWebhook storeCrashedWebhook;

  public StoreCrashedWebhookHandler() {}

  StoreCrashedWebhookHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return inbox.handle(event, storeCrashedWebhook::store);
  }
}
