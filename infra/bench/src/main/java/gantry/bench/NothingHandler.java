package gantry.bench;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.batch.SqsBatch;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** A queue handler without work of its own. */
class NothingHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject SqsBatch batch;

  NothingHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return batch.forEach(event, _ -> {});
  }
}
