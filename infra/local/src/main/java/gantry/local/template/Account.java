package gantry.local.template;

/**
 * The account that this machine plays: its region, where its queues are, and the names that follow
 * from both.
 */
public record Account(String region, String sqsEndpoint) {
  public static final String ID = "000000000000";

  /** As CloudFormation would name it: the stack, the logical id, and something unique. */
  public static String physicalName(String logicalId) {
    return TemplateScope.STACK + "-" + logicalId + "-LOCAL0000000";
  }

  public String functionArn(String name) {
    return "arn:aws:lambda:" + region + ":" + ID + ":function:" + name;
  }

  public String queueArn(String name) {
    return "arn:aws:sqs:" + region + ":" + ID + ":" + name;
  }

  public String queueUrl(String name) {
    return sqsEndpoint + "/" + ID + "/" + name;
  }

  public String streamArn(String name) {
    return "arn:aws:kinesis:" + region + ":" + ID + ":stream/" + name;
  }

  String secretArn(String name) {
    return "arn:aws:secretsmanager:" + region + ":" + ID + ":secret:" + name;
  }

  public String arn(String service, String name) {
    return "arn:aws:" + service + ":" + region + ":" + ID + ":" + name;
  }
}
