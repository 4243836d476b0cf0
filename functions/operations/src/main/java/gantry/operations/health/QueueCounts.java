package gantry.operations.health;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages lie in queues. */
@Singleton
public final class QueueCounts {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(1800));

  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final SqsClient sqs;

  QueueCounts(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** What anybody may take, by the queues' names. */
  public Map<String, Long> waiting(Map<String, String> addresses) {
    return of(addresses, QueueCount::waiting);
  }

  /** What lies there in whichever state, by the queues' names. */
  <T> Map<String, T> of(Map<String, String> addresses, Function<QueueCount, T> part) {
    var counts = new TreeMap<String, T>();
    addresses.forEach((name, address) -> counts.put(name, part.apply(count(address))));
    return counts;
  }

  private QueueCount count(String address) {
    var answer = sqs.getQueueAttributes(q -> q.queueUrl(address).attributeNames(COUNTS));
    return QueueCount.of(answer.attributes());
  }

  @Factory
  static final class Clients {
    @Singleton
    @Bean(preDestroy = "close")
    SqsClient sqs() {
      return LIMITS.build(SqsClient.builder());
    }
  }
}
