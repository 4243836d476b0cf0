package gantry.local.alarm;

import gantry.local.template.AlarmResource;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an alarm says of the minutes that are over. As in CloudWatch each minute looks back over the
 * alarm's whole periods, which therefore need not begin on a full hour.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">How
 *     alarms are evaluated</a>
 */
record Verdict(AlarmResource alarm, Minutes minutes) {
  /** Empty when nothing was measured, and the alarm leaves it at that. */
  Optional<Boolean> isPast() {
    var periods = alarm.window().periods();
    var found = IntStream.range(0, periods).mapToObj(this::period).toList();
    if (found.stream().allMatch(Period.MISSING::equals)) {
      return Optional.empty();
    }
    var breaching = found.stream().filter(Period.BREACHING::equals).count();
    return Optional.of(breaching >= alarm.window().breaching());
  }

  private enum Period {
    BREACHING,
    RESTING,
    MISSING
  }

  private Period period(int age) {
    var length = alarm.window().minutesPerPeriod();
    var value = minutes.value(alarm.metrics(), alarm.statistic(), age * length, (age + 1) * length);
    if (value.isPresent()) {
      return alarm.bound().isPast(value.getAsDouble()) ? Period.BREACHING : Period.RESTING;
    }
    return switch (alarm.bound().missing()) {
      case IGNORE -> Period.MISSING;
      case NOT_BREACHING -> Period.RESTING;
      // Nobody can have measured anything before the local cloud was there.
      case BREACHING -> minutes.size() >= (age + 1) * length ? Period.BREACHING : Period.RESTING;
    };
  }
}
