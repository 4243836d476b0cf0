package gantry.database;

import gantry.lambda.JsonText;
import java.util.Map;
import java.util.TreeMap;

/** What a custom resource answers; the reason is read by whoever looks at the stack. */
record StackAnswer(String status, String reason) {
  /** Another one would make CloudFormation delete the former resource. */
  private static final String PHYSICAL_ID = "gantry-migrations";

  static StackAnswer succeeded(int executed) {
    return new StackAnswer("SUCCESS", "Migrations executed: " + executed);
  }

  /** The class alone: messages quote addresses and SQL. */
  static StackAnswer failed(RuntimeException failure, String logStream) {
    var what = failure.getClass().getSimpleName();
    return new StackAnswer("FAILED", what + ", see the log stream " + logStream);
  }

  String json(StackRequest asked) {
    var members = new TreeMap<>(asked.identity());
    members.putAll(Map.of("Status", status, "Reason", reason, "PhysicalResourceId", PHYSICAL_ID));
    return JsonText.object(members);
  }
}
