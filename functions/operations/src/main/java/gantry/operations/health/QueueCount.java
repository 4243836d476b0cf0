package gantry.operations.health;

import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Messages of a queue that anybody may take, that somebody has taken, and that are held back. */
record QueueCount(long waiting, long inFlight, long delayed) {
  static QueueCount of(Map<QueueAttributeName, String> attributes) {
    return new QueueCount(
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  Map<String, Long> asDetails() {
    return Map.of("waiting", waiting, "inFlight", inFlight, "delayed", delayed);
  }

  private static long number(
      Map<QueueAttributeName, String> attributes, QueueAttributeName attribute) {
    return Long.parseLong(attributes.getOrDefault(attribute, "0"));
  }
}
