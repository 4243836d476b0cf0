package gantry.local.template;

import gantry.local.template.QueueResource.Redrive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::SQS::Queue}. */
final class QueueReader {
  /** Properties that the SQS API takes under the same names. */
  private static final List<String> SAME_NAMES =
      List.of(
          "FifoQueue",
          "ContentBasedDeduplication",
          "VisibilityTimeout",
          "MessageRetentionPeriod",
          "MaximumMessageSize",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds");

  private QueueReader() {}

  static QueueResource read(Account account, String id, Section properties) {
    var name = new ResourceNames(account, id, "AWS::SQS::Queue", properties).queueName();
    var attributes = new LinkedHashMap<String, String>();
    SAME_NAMES.forEach(
        key -> properties.optionalText(key).ifPresent(value -> attributes.put(key, value)));
    if (!properties.flag("FifoQueue", false)) {
      attributes.remove("FifoQueue"); // SQS takes no "false" here
    }
    var redrive = redrive(properties);
    properties.end();
    return new QueueResource(id, name, attributes, redrive);
  }

  private static Optional<Redrive> redrive(Section properties) {
    if (!properties.has("RedrivePolicy")) {
      return Optional.empty();
    }
    var policy = properties.section("RedrivePolicy");
    var redrive =
        new Redrive(policy.text("deadLetterTargetArn"), policy.number("maxReceiveCount", 10));
    policy.end();
    return Optional.of(redrive);
  }
}
