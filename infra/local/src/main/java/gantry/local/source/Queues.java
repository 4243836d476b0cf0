package gantry.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.template.QueueResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The template's queues in SQS: created or brought up to date, counted, and moved back. */
public final class Queues {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** ElasticMQ refuses both on a queue that exists; SQS only the first. */
  private static final Set<String> FIXED_AT_CREATION =
      Set.of("FifoQueue", "ContentBasedDeduplication");

  private final SqsClient sqs;
  private final Map<String, QueueResource> queues;

  /** How many messages a queue holds; dead are those in the queues behind it. */
  public record Counts(String name, int visible, int inFlight, int dead) {}

  public Queues(SqsClient sqs, Map<String, QueueResource> queues) {
    this.sqs = sqs;
    this.queues = queues;
  }

  /** Dead-letter queues come before the queues that name them. */
  public void create() {
    var created = new LinkedHashMap<String, QueueResource>();
    queues.values().forEach(queue -> create(queue, created));
  }

  private void create(QueueResource queue, Map<String, QueueResource> created) {
    if (created.putIfAbsent(queue.id(), queue) == null) {
      deadLetterQueue(queue).ifPresent(behind -> create(behind, created));
      createOrUpdate(queue.name(), attributes(queue));
    }
  }

  private void createOrUpdate(String name, Map<String, String> attributes) {
    try {
      var url = url(name);
      var changeable = new HashMap<>(attributes);
      changeable.keySet().removeAll(FIXED_AT_CREATION);
      sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(changeable));
    } catch (QueueDoesNotExistException e) {
      sqs.createQueue(request -> request.queueName(name).attributesWithStrings(attributes));
    }
  }

  private static Map<String, String> attributes(QueueResource queue) {
    var attributes = new HashMap<>(queue.attributes());
    queue
        .redrive()
        .ifPresent(redrive ->
            attributes.put(
                "RedrivePolicy",
                MAPPER
                    .createObjectNode()
                    .put("deadLetterTargetArn", redrive.deadLetterQueueArn())
                    .put("maxReceiveCount", redrive.maxReceiveCount())
                    .toString()));
    return attributes;
  }

  String url(String name) {
    return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }

  public List<Counts> counts() {
    return queues.values().stream().map(this::counts).toList();
  }

  private Counts counts(QueueResource queue) {
    var own = sizes(queue);
    var dead = behind(queue).stream().map(this::sizes).mapToInt(Sizes::all).sum();
    return new Counts(queue.id(), own.visible(), own.inFlight(), dead);
  }

  private record Sizes(int visible, int inFlight) {
    int all() {
      return visible + inFlight;
    }
  }

  private Sizes sizes(QueueResource queue) {
    var attributes =
        sqs.getQueueAttributes(request ->
                request
                    .queueUrl(url(queue.name()))
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributesAsStrings();
    return new Sizes(
        number(attributes, "ApproximateNumberOfMessages")
            + number(attributes, "ApproximateNumberOfMessagesDelayed"),
        number(attributes, "ApproximateNumberOfMessagesNotVisible"));
  }

  private static int number(Map<String, String> attributes, String name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }

  /** The chain of queues that a message falls into, the nearest first. */
  private Collection<QueueResource> behind(QueueResource queue) {
    var chain = new LinkedHashMap<String, QueueResource>();
    var next = deadLetterQueue(queue);
    while (next.isPresent() && chain.putIfAbsent(next.get().id(), next.get()) == null) {
      next = deadLetterQueue(next.get());
    }
    return chain.values();
  }

  private Optional<QueueResource> deadLetterQueue(QueueResource queue) {
    return queue.redrive().flatMap(redrive -> byArn(redrive.deadLetterQueueArn()));
  }

  private Optional<QueueResource> byArn(String arn) {
    return queues.values().stream().filter(queue -> arn.endsWith(":" + queue.name())).findFirst();
  }

  public boolean exists(String id) {
    return queues.containsKey(id);
  }

  /**
   * Moves messages back to where they started, out of the named dead-letter queue or out of all
   * behind the named queue. Returns how many, or nothing when no redrive policy names the queue.
   */
  public Optional<Integer> redrive(String id) {
    var named = queues.get(id);
    if (named == null) {
      return Optional.empty();
    }
    var source = sourceOf(named);
    if (source.isPresent()) {
      return Optional.of(move(named, first(source.get())));
    }
    var chain = behind(named);
    return chain.isEmpty()
        ? Optional.empty()
        : Optional.of(chain.stream().mapToInt(dead -> move(dead, named)).sum());
  }

  /** The beginning of the chain: one step back could be a queue that only passes things on. */
  private QueueResource first(QueueResource queue) {
    return sourceOf(queue).map(this::first).orElse(queue);
  }

  private Optional<QueueResource> sourceOf(QueueResource deadLetterQueue) {
    return queues.values().stream()
        .filter(queue -> deadLetterQueue(queue).filter(deadLetterQueue::equals).isPresent())
        .findFirst();
  }

  private int move(QueueResource from, QueueResource to) {
    return new MessageMove(sqs, url(from.name()), url(to.name())).all();
  }
}
