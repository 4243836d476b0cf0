package gantry.local.alarm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.template.Account;
import java.time.Instant;
import java.util.UUID;

/** EventBridge's event of an alarm that went on or off, as far as anybody reads it. */
record AlarmChange(String alarm, AlarmState from, AlarmState to, Instant at) {
  private static final JsonMapper MAPPER = new JsonMapper();

  String event(Account account) {
    var name = Account.physicalName(alarm);
    var event =
        MAPPER
            .createObjectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "CloudWatch Alarm State Change")
            .put("source", "aws.cloudwatch")
            .put("account", Account.ID)
            .put("time", at.toString())
            .put("region", account.region());
    event.putArray("resources").add(account.arn("cloudwatch", "alarm:" + name));
    var detail = event.putObject("detail").put("alarmName", name);
    detail.putObject("state").put("value", to.name()).put("timestamp", at.toString());
    detail.putObject("previousState").put("value", from.name());
    return event.toString();
  }
}
