package gantry.operations.deadletters;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/** Shows the letters that are next in a queue, and leaves them there. */
@Singleton
final class ViewDeadLetters {
  private final DeadLetterQueues queues;
  private final Letters letters;

  ViewDeadLetters(DeadLetterQueues queues, Letters letters) {
    this.queues = queues;
    this.letters = letters;
  }

  /** Empty where no queue has the name. */
  Optional<List<Message>> next(String queue) {
    return queues
        .named(queue)
        .map(found -> {
          var next = letters.take(found.address());
          letters.putBack(found.address(), next);
          return next;
        });
  }
}
