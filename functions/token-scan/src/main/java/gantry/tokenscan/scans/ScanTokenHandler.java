package gantry.tokenscan.scans;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.batch.SqsBatch;
import gantry.providers.Json;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Lambda: tokens from {@code token-scans}. */
public class ScanTokenHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject SqsBatch batch;
  @Inject RunScanItem runScanItem;

  public ScanTokenHandler() {}

  ScanTokenHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return batch.forEach(event, message -> run(message.getBody()));
  }

  private void run(String body) {
    var ref =
        Json.read(body.getBytes(UTF_8))
            .flatMap(ScanItemRef::of)
            .orElseThrow(() -> new IllegalArgumentException("The message is none of ours"));
    runScanItem.run(ref);
  }
}
