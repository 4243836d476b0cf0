package gantry.local.template;

/** Reads {@code AWS::Kinesis::Stream}. */
final class StreamReader {
  /** What a new on-demand stream has on AWS. */
  private static final int ON_DEMAND_SHARDS = 4;

  private StreamReader() {}

  static StreamResource read(Account account, String id, Section properties) {
    var name = new ResourceNames(account, id, "AWS::Kinesis::Stream", properties).streamName();
    var details = properties.section("StreamModeDetails");
    var onDemand = details.text("StreamMode", "PROVISIONED").equals("ON_DEMAND");
    details.end();
    var shards = properties.number("ShardCount", onDemand ? ON_DEMAND_SHARDS : 1);
    properties.end();
    return new StreamResource(id, name, shards);
  }
}
