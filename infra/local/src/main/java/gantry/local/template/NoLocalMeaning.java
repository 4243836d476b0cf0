package gantry.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a template may hold without the local cloud doing anything for it, each with its reason. */
final class NoLocalMeaning {
  /** Resource types, or their common beginning. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("AWS::Logs::LogGroup", "functions write to the terminal"),
          Map.entry("AWS::Logs::MetricFilter", "nothing collects metrics here"),
          Map.entry("AWS::CloudWatch::CompositeAlarm", "they watch what only AWS measures"),
          Map.entry("AWS::CloudWatch::Dashboard", "the status page of the control API stands in"),
          Map.entry("AWS::SNS::", "topics carry alarms only, and there are none"),
          Map.entry("AWS::IAM::", "everything on this machine may do everything"),
          Map.entry("AWS::KMS::", "local stores are not encrypted"),
          Map.entry(
              "AWS::SecretsManager::", "development secrets come from the local cloud itself"),
          Map.entry("AWS::EC2::", "there is no network but the loopback interface"),
          Map.entry("AWS::RDS::", "the embedded PostgreSQL stands in"),
          Map.entry("AWS::ElastiCache::", "the embedded Redis stands in"),
          Map.entry("AWS::SQS::QueuePolicy", "everything on this machine may do everything"),
          Map.entry("AWS::Lambda::Permission", "everything on this machine may do everything"),
          Map.entry("Custom::MigratedDatabase", "the local cloud migrates before functions start"),
          Map.entry("AWS::WAFv2::", "nothing from outside reaches the loopback interface"));

  /** Properties, by resource or event type. */
  private static final Map<String, Map<String, String>> PROPERTIES =
      Map.of(
          "AWS::Serverless::Function",
              Map.ofEntries(
                  Map.entry("Architectures", "functions run on this machine's own"),
                  Map.entry("AutoPublishAlias", "there is one version: what was built last"),
                  Map.entry("DeploymentPreference", "there is one version: what was built last"),
                  Map.entry("Description", "for readers"),
                  Map.entry("EphemeralStorage", "the machine's own temporary folder is used"),
                  Map.entry("EventInvokeConfig", "schedules fire once; the next one is the retry"),
                  Map.entry("KmsKeyArn", "local stores are not encrypted"),
                  Map.entry("PermissionsBoundary", "everything may do everything"),
                  Map.entry("Policies", "everything may do everything"),
                  Map.entry("PropagateTags", "for bills"),
                  Map.entry("ProvisionedConcurrencyConfig", "one process per function"),
                  Map.entry("ReservedConcurrentExecutions", "one process of four events at once"),
                  Map.entry("Role", "everything may do everything"),
                  Map.entry("Tags", "for bills"),
                  Map.entry("Tracing", "nothing collects traces here"),
                  Map.entry("VpcConfig", "there is no network but the loopback interface")),
          "LoggingConfig",
              Map.of(
                  "LogGroup", "functions write to the terminal",
                  "SystemLogLevel", "Lambda's own lines are always written"),
          "AWS::Serverless::HttpApi",
              Map.of(
                  "AccessLogSettings", "functions write to the terminal",
                  "DefaultRouteSettings", "throttling protects nobody on a laptop",
                  "RouteSettings", "throttling protects nobody on a laptop",
                  "Description", "for readers",
                  "Domain", "the address is 127.0.0.1",
                  "FailOnWarnings", "there is no import here",
                  "Name", "for readers",
                  "PropagateTags", "for bills",
                  "Tags", "for bills"),
          "Authorizer",
              Map.of(
                  "EnableFunctionDefaultPermissions", "everything may do everything",
                  "FunctionInvokeRole", "everything may do everything"),
          "AWS::SQS::Queue",
              Map.of(
                  "DeduplicationScope", "ElasticMQ looks for duplicates in the whole queue",
                  "FifoThroughputLimit", "speed only",
                  "KmsDataKeyReusePeriodSeconds", "local stores are not encrypted",
                  "KmsMasterKeyId", "local stores are not encrypted",
                  "RedriveAllowPolicy", "everything may do everything",
                  "SqsManagedSseEnabled", "local stores are not encrypted",
                  "Tags", "for bills"),
          "AWS::Kinesis::Stream",
              Map.of(
                  "DesiredShardLevelMetrics", "nothing collects metrics here",
                  "RetentionPeriodHours", "kinesis-local keeps records until it begins anew",
                  "StreamEncryption", "local stores are not encrypted",
                  "Tags", "for bills"),
          "HttpApi", Map.of("RouteSettings", "throttling protects nobody on a laptop"),
          "Kinesis", Map.of("ParallelizationFactor", "speed only: one batch per shard at a time"),
          "Schedule",
              Map.of(
                  "Description", "for readers",
                  "Name", "for readers",
                  "RetryPolicy", "schedules fire once; the next one is the retry",
                  "DeadLetterConfig", "schedules fire once; the next one is the retry"),
          "ScheduleV2",
              Map.of(
                  "Description", "for readers",
                  "FlexibleTimeWindow", "it fires on time, which is inside any window",
                  "GroupName", "for readers",
                  "Name", "for readers",
                  "PermissionsBoundary", "everything may do everything",
                  "RoleArn", "everything may do everything",
                  "RetryPolicy", "schedules fire once; the next one is the retry",
                  "DeadLetterConfig", "schedules fire once; the next one is the retry"));

  private NoLocalMeaning() {}

  static Optional<String> reason(String type) {
    return TYPES.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), type))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String entry, String type) {
    return entry.endsWith("::") ? type.startsWith(entry) : type.equals(entry);
  }

  static Set<String> properties(String type) {
    return PROPERTIES.getOrDefault(type, Map.of()).keySet();
  }
}
