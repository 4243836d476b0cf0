package gantry.fakefollowers;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import gantry.batch.KinesisBatch;
import gantry.fakefollowers.audit.StoreScores;
import gantry.fakefollowers.audit.StoreScores.Outcome.AlreadyStored;
import gantry.fakefollowers.audit.StoreScores.Outcome.ForeignAudit;
import gantry.fakefollowers.audit.StoreScores.Outcome.Stored;
import gantry.fakefollowers.batch.BatchJson;
import gantry.fakefollowers.batch.MalformedBatchException;
import gantry.fakefollowers.batch.ScoredBatch;
import gantry.lambda.Metrics;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lambda: stores scored batches from {@code follower-scores}. */
public class AggregateScoresHandler
    extends MicronautRequestHandler<KinesisEvent, StreamsEventResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(AggregateScoresHandler.class);

  @Inject KinesisBatch batch;
  @Inject BatchJson json;
  @Inject StoreScores storeScores;
  @Inject Metrics metrics;

  public AggregateScoresHandler() {}

  AggregateScoresHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public StreamsEventResponse execute(KinesisEvent event) {
    return batch.forEach(event, this::store);
  }

  private void store(KinesisEventRecord stored) {
    var content = stored.getKinesis().getData().duplicate();
    var bytes = new byte[content.remaining()];
    content.get(bytes);
    try {
      store(json.readBatch(bytes));
    } catch (MalformedBatchException malformed) {
      // It would never be anything else, and must not hold up its shard.
      LOG.error("Record {} is passed over", stored.getKinesis().getSequenceNumber(), malformed);
      metrics.count("FollowerScoresMalformed", Map.of());
    }
  }

  private void store(ScoredBatch scored) {
    switch (storeScores.store(scored)) {
      case Stored _, AlreadyStored _ -> {}
      case ForeignAudit _ ->
          LOG.warn("Batch {} names an audit of another tenant and is dropped", scored.key());
    }
  }
}
