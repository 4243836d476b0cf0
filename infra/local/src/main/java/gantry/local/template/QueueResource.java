package gantry.local.template;

import java.util.Map;
import java.util.Optional;

/** A queue with its attributes as the SQS API names them. */
public record QueueResource(
    String id, String name, Map<String, String> attributes, Optional<Redrive> redrive) {

  public record Redrive(String deadLetterQueueArn, int maxReceiveCount) {}

  public boolean isFifo() {
    return name.endsWith(".fifo");
  }
}
