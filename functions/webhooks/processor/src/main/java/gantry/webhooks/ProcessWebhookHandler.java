package gantry.webhooks;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Lambda: events from {@code webhook-inbox.fifo}. */
public class ProcessWebhookHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject InboxHandler inbox;
  @Inject ProcessWebhook processWebhook;

  public ProcessWebhookHandler() {}

  ProcessWebhookHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return inbox.handle(event, processWebhook::process);
  }
}
