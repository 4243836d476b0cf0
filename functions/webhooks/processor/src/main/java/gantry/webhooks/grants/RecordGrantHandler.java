package gantry.webhooks.grants;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.batch.SqsBatch;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Lambda: grants from {@code access-grants.fifo}. */
public class RecordGrantHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject SqsBatch batch;
  @Inject TakeGrant takeGrant;

  public RecordGrantHandler() {}

  RecordGrantHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return batch.forEach(event, message -> takeGrant.take(message.getBody()));
  }
}
