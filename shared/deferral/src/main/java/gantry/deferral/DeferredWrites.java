package gantry.deferral;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import gantry.batch.SqsBatch;
import gantry.postgres.Transactions;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what waited, each write once, in the order of acceptance per subject. */
@Singleton
public final class DeferredWrites {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredWrites.class);

  private final SqsBatch batch;
  private final Transactions transactions;
  private final PostgresWriteStore store;
  private final JsonMapper json;

  DeferredWrites(
      SqsBatch batch, Transactions transactions, PostgresWriteStore store, JsonMapper json) {
    this.batch = batch;
    this.transactions = transactions;
    this.store = store;
    this.json = json;
  }

  /** The work runs in the transaction that notes it as done. */
  public <C extends Record> SQSBatchResponse forEach(
      SQSEvent event, Class<C> content, Consumer<C> work) {
    return batch.forEach(
        event, message -> apply(message, () -> work.accept(content(message, content))));
  }

  private void apply(SQSMessage message, Runnable work) {
    var id = UUID.fromString(attribute(message, DeferralQueue.ID));
    var kind = attribute(message, DeferralQueue.KIND);
    var subject = attribute(message, DeferralQueue.SUBJECT);
    var isNew =
        transactions.inTransaction(() -> {
          store.lock(kind + "/" + subject);
          if (store.insertIfNewest(id, kind, subject) == 0) {
            return false;
          }
          work.run();
          return true;
        });
    LOG.info("The deferred write {} ({}) {}", id, kind, isNew ? "is done" : "was needless");
  }

  private <C> C content(SQSMessage message, Class<C> type) {
    try {
      return Optional.ofNullable(json.readValue(message.getBody(), type)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String attribute(SQSMessage message, String name) {
    return Optional.ofNullable(message.getMessageAttributes().get(name))
        .map(MessageAttribute::getStringValue)
        .orElseThrow();
  }
}
