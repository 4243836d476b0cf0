package gantry.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.template.AlarmResource;
import gantry.local.template.AlarmResource.Bound;
import gantry.local.template.AlarmResource.Comparison;
import gantry.local.template.AlarmResource.Metric;
import gantry.local.template.AlarmResource.Missing;
import gantry.local.template.AlarmResource.Statistic;
import gantry.local.template.AlarmResource.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Metric ALL = new Metric("Gantry", "BreakerOpened", Map.of());
  private static final Metric REDIS =
      new Metric("Gantry", "BreakerOpened", Map.of("breaker", "redis-primary"));
  private static final String OPENED =
      """
      {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Gantry",\
      "Dimensions":[["breaker"],[]],"Metrics":[{"Name":"BreakerOpened","Unit":"Count"}]}]},\
      "breaker":"redis-primary","BreakerOpened":1}\
      """;

  private final Minutes minutes = new Minutes(15);

  @Test
  void twoOfThreeMinutesFireInWhicheverOrder() {
    var alarm = alarm(new Window(1, 3, 2), above(Missing.NOT_BREACHING));

    assertThat(verdicts(alarm, 1, 0, 1, 0, 0)).containsExactly(false, false, true, false, false);
    assertThat(verdicts(alarm, 1, 1, 0, 0)).containsExactly(false, true, true, false);
  }

  @Test
  void threePeriodsOfFiveMinutesHaveToFollowEachOther() {
    var alarm = alarm(new Window(5, 3, 3), above(Missing.NOT_BREACHING));

    var verdicts = verdicts(alarm, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);

    assertThat(verdicts.subList(0, 10)).containsOnly(false);
    assertThat(verdicts.subList(10, 15)).containsOnly(true);
    assertThat(verdicts.getLast()).isFalse();
  }

  @Test
  void whatHasNotBeenMeasuredFiresOnlyWhereItShould() {
    assertThat(verdicts(alarm(new Window(2, 1, 1), above(Missing.BREACHING)), 0, 0, 0))
        .containsExactly(false, true, true);
    assertThat(verdicts(alarm(new Window(1, 1, 1), above(Missing.NOT_BREACHING)), 0))
        .containsExactly(false);
    minutes.end();
    var unknown = new Verdict(alarm(new Window(1, 1, 1), above(Missing.IGNORE)), minutes);
    assertThat(unknown.isPast()).isEmpty();
  }

  @Test
  void aMetricIsKnownByEachOfItsSetsOfDimensions() {
    MetricLine.read(OPENED, minutes::add);
    MetricLine.read("{\"level\":\"INFO\"}", minutes::add);
    MetricLine.read(OPENED.substring(0, 80), minutes::add);
    minutes.end();

    assertThat(minutes.value(List.of(REDIS), Statistic.SUM, 0, 1)).hasValue(1);
    assertThat(minutes.value(List.of(ALL), Statistic.MAXIMUM, 0, 1)).hasValue(1);
    assertThat(minutes.value(List.of(ALL, REDIS), Statistic.SUM, 0, 1)).hasValue(2);
    assertThat(minutes.value(List.of(REDIS), Statistic.AVERAGE, 1, 2)).isEmpty();
  }

  /** What the alarm says at the end of each minute with so many openings. */
  private List<Boolean> verdicts(AlarmResource alarm, int... openings) {
    var fresh = new Minutes(15);
    return Arrays.stream(openings)
        .mapToObj(count -> {
          if (count > 0) {
            fresh.add(REDIS, count);
          }
          fresh.end();
          return new Verdict(alarm, fresh).isPast().orElseThrow();
        })
        .toList();
  }

  private static AlarmResource alarm(Window window, Bound bound) {
    return new AlarmResource("Alarm", List.of(REDIS), Statistic.SUM, window, bound);
  }

  private static Bound above(Missing missing) {
    return new Bound(Comparison.GREATER, 0, missing);
  }
}
