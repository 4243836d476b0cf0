package gantry.webhooks.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.deferral.DeferredWrites;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Lambda: replays that were ordered while the database was away. */
public class ApplyReplayHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject DeferredWrites deferredWrites;
  @Inject ReplayEvents replayEvents;

  public ApplyReplayHandler() {}

  ApplyReplayHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return deferredWrites.forEach(event, ReplayLater.class, replayEvents::later);
  }
}
