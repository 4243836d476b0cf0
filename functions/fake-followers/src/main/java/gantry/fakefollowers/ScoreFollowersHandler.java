package gantry.fakefollowers;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.batch.SqsBatch;
import gantry.fakefollowers.batch.ScoreBatch;
import gantry.fakefollowers.batch.ScoredRecord;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lambda: scores batches from {@code follower-batches} and puts them on the stream. */
public class ScoreFollowersHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  @Inject SqsBatch batch;
  @Inject ScoreBatch scoreBatch;
  @Inject ScoresClient scores;

  public ScoreFollowersHandler() {}

  ScoreFollowersHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    var scored = new LinkedHashMap<String, List<ScoredRecord>>();
    var response =
        batch.forEach(
            event,
            message -> scored.put(message.getMessageId(), scoreBatch.score(message.getBody())));
    var failed = Stream.concat(response.getBatchItemFailures().stream(), refused(scored));
    return new SQSBatchResponse(failed.toList());
  }

  private Stream<BatchItemFailure> refused(Map<String, List<ScoredRecord>> scored) {
    var refused =
        new HashSet<>(scores.put(scored.values().stream().flatMap(List::stream).toList()));
    return scored.entrySet().stream()
        .filter(message -> message.getValue().stream().anyMatch(refused::contains))
        .map(message -> new BatchItemFailure(message.getKey()));
  }
}
