package gantry.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.local.template.AlarmResource.Bound;
import gantry.local.template.AlarmResource.Comparison;
import gantry.local.template.AlarmResource.Metric;
import gantry.local.template.AlarmResource.Missing;
import gantry.local.template.AlarmResource.Statistic;
import gantry.local.template.AlarmResource.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmReaderTest {
  private static final String ALARM =
      """
      Resources:
        Away:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: %s
            MetricName: BreakerOpened
            Dimensions: [{Name: breaker, Value: redis}]
            Statistic: %s
            Period: 300
            EvaluationPeriods: 3
            DatapointsToAlarm: 2
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold
            TreatMissingData: notBreaching
      """;

  @Test
  void anAlarmOnWhatFunctionsWriteIsEvaluatedHere() {
    assertThat(read(ALARM.formatted("Gantry/gantry", "Sum")))
        .containsExactly(
            new AlarmResource(
                "Away",
                List.of(new Metric("Gantry/gantry", "BreakerOpened", Map.of("breaker", "redis"))),
                Statistic.SUM,
                new Window(5, 3, 2),
                new Bound(Comparison.GREATER, 0, Missing.NOT_BREACHING)));
  }

  @Test
  void anAlarmOnWhatOnlyAwsMeasuresIsPassedOver() {
    assertThat(read(ALARM.formatted("AWS/SQS", "Sum"))).isEmpty();
  }

  @Test
  void whatWouldBeEvaluatedOtherwiseIsRefused() {
    assertThatThrownBy(() -> read(ALARM.formatted("Gantry/gantry", "SampleCount")))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Away.Statistic is not supported by the local cloud");
    assertThatThrownBy(() -> read(ALARM.formatted("Gantry/gantry", "Sum") + "      Unit: Count\n"))
        .hasMessage("Away.Unit is not supported by the local cloud");
  }

  /** Those of AWS that are left: what nothing here could measure. */
  @Test
  void theProjectsOwnAlarmsAreReadOrKnownToBeBeyondUs() {
    var file = Path.of("../../template.yaml");
    var raw = RawTemplate.read(file);
    var all = raw.ids("AWS::CloudWatch::Alarm").toList();
    var here = reader().read(file).alarms().stream().map(AlarmResource::id).toList();

    var left = all.stream().filter(id -> !here.contains(id)).map(raw::properties);

    assertThat(left.flatMap(alarm -> Stream.of(alarm.get("Namespace"))).distinct())
        .containsExactlyInAnyOrder("AWS/ApiGateway", "AWS/SQS", "AWS/Lambda");
    assertThat(here).contains("RedisPrimaryAway", "ProviderAway", "OutboxErrors");
  }

  private static List<AlarmResource> read(String template) {
    return reader().read(template, Path.of("/project")).alarms();
  }

  private static TemplateReader reader() {
    return new TemplateReader(
        new Account("eu-central-1", "http://127.0.0.1:9324"),
        Map.of("DatabaseUrl", "jdbc:x", "DatabaseUser", "x", "DatabasePasswordArn", "arn:x"));
  }
}
