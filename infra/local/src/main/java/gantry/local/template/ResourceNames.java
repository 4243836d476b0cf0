package gantry.local.template;

/** What {@code Ref} and {@code GetAtt} say about a resource. */
record ResourceNames(Account account, String id, String type, Section properties) {

  Object reference() {
    return switch (type) {
      case "AWS::SQS::Queue" -> account.queueUrl(queueName());
      case "AWS::Kinesis::Stream" -> streamName();
      default -> id;
    };
  }

  Object attribute(String attribute) {
    return switch (type + "." + attribute) {
      case "AWS::Serverless::Function.Arn" -> account.functionArn(id);
      case "AWS::SQS::Queue.Arn" -> account.queueArn(queueName());
      case "AWS::SQS::Queue.QueueName" -> queueName();
      case "AWS::SQS::Queue.QueueUrl" -> account.queueUrl(queueName());
      case "AWS::Kinesis::Stream.Arn" -> account.streamArn(streamName());
      default -> withoutLocalMeaning(attribute);
    };
  }

  private Object withoutLocalMeaning(String attribute) {
    if (NoLocalMeaning.reason(type).isEmpty()) {
      throw new TemplateException(
          id + "." + attribute + " of a " + type + " is not supported by the local cloud");
    }
    return account.arn("local", id + "/" + attribute);
  }

  String queueName() {
    var ending = properties.flag("FifoQueue", false) ? ".fifo" : "";
    return properties.text("QueueName", TemplateScope.STACK + "-" + id + ending);
  }

  String streamName() {
    return properties.text("Name", TemplateScope.STACK + "-" + id);
  }
}
