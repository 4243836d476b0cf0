package gantry.alerts;

import java.util.Map;
import java.util.Optional;

/**
 * A CloudWatch alarm that went on or off, as EventBridge tells it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html">Alarm
 *     events</a>
 */
record AlarmChange(String alarm, boolean isOn) {
  private static final String KIND = "CloudWatch Alarm State Change";

  /** Empty for any other event, and for an alarm without enough data: that tells nothing. */
  static Optional<AlarmChange> of(Map<String, Object> event) {
    if (!isAlarm(event) || !(event.get("detail") instanceof Map<?, ?> detail)) {
      return Optional.empty();
    }
    var state = detail.get("state") instanceof Map<?, ?> map ? map.get("value") : null;
    return "ALARM".equals(state) || "OK".equals(state)
        ? Optional.of(
            new AlarmChange(String.valueOf(detail.get("alarmName")), "ALARM".equals(state)))
        : Optional.empty();
  }

  static boolean isAlarm(Map<String, Object> event) {
    return KIND.equals(event.get("detail-type"));
  }
}
