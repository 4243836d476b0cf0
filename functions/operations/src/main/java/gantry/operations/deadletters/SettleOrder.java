package gantry.operations.deadletters;

import gantry.audit.Actor;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/** What is to be settled, by whom and why; without ids all letters are meant. */
record SettleOrder(String queue, Set<String> ids, String reason, Actor operator) {
  SettleOrder {
    ids = Set.copyOf(ids);
  }

  boolean means(Message letter) {
    return ids.isEmpty() || ids.contains(letter.messageId());
  }

  boolean isDone(int settled) {
    return !ids.isEmpty() && settled >= ids.size();
  }
}
