package gantry.payments;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.batch.SqsBatch;
import gantry.payments.claim.WatchClaim;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Lambda: claims that are looked at again, from {@code payment-watch}. */
public class WatchPaymentHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject SqsBatch batch;
  @Inject WatchClaim watchClaim;

  public WatchPaymentHandler() {}

  WatchPaymentHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return batch.forEach(event, message -> watchClaim.look(message.getBody()));
  }
}
