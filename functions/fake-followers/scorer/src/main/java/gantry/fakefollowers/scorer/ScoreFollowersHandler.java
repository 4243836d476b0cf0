package gantry.fakefollowers.scorer;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import gantry.batch.SqsBatch;
import gantry.fakefollowers.batch.ScoreBatch;
import gantry.fakefollowers.batch.ScoredRecord;
import gantry.lambda.Deadline;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lambda: scores batches from {@code follower-batches} and puts them on the stream. */
public class ScoreFollowersHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Duration FOR_THE_STREAM = Duration.ofSeconds(8);

  @Inject SqsBatch batch;
  @Inject ScoreBatch scoreBatch;
  @Inject ScoresClient scores;

  public ScoreFollowersHandler() {}

  public ScoreFollowersHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    var scored = new LinkedHashMap<String, List<ScoredRecord>>();
    var response =
        batch.forEach(event, message -> scored.put(message.getMessageId(), score(message)));
    var failed = Stream.concat(response.getBatchItemFailures().stream(), refused(scored));
    return new SQSBatchResponse(failed.toList());
  }

  /** What there is no time for comes again; what is scored by then still goes onto the stream. */
  private List<ScoredRecord> score(SQSMessage message) {
    if (Deadline.left().filter(left -> left.compareTo(FOR_THE_STREAM) < 0).isPresent()) {
      throw new IllegalStateException("No time is left for this batch; it comes again");
    }
    return scoreBatch.score(message.getBody());
  }

  private Stream<BatchItemFailure> refused(Map<String, List<ScoredRecord>> scored) {
    var refused =
        new HashSet<>(scores.put(scored.values().stream().flatMap(List::stream).toList()));
    return scored.entrySet().stream()
        .filter(message -> message.getValue().stream().anyMatch(refused::contains))
        .map(message -> new BatchItemFailure(message.getKey()));
  }
}
