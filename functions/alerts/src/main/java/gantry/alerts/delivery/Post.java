package gantry.alerts.delivery;

import gantry.egress.EgressClient;
import gantry.egress.EgressOutcome.Answered;
import gantry.egress.EgressOutcome.Refused;
import gantry.egress.EgressOutcome.TimedOut;
import gantry.egress.EgressOutcome.Unreachable;
import gantry.egress.EgressRequest;
import java.time.Duration;
import java.util.Map;

/** Posts JSON through the egress guard; returns when it was taken. */
record Post(EgressClient client) {
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  void json(String url, String body) {
    var request = new EgressRequest("application/json", body, Map.of());
    switch (client.post(url, request, DEADLINE)) {
      case Answered(var status, var _) when status / 100 == 2 -> {}
      case Answered(var status, var _) -> throw new NotDelivered("It answered " + status);
      case Refused(var refusal) -> throw new NotDelivered("The guard refused: " + refusal);
      case Unreachable _ -> throw new NotDelivered("It is unreachable");
      case TimedOut _ -> throw new NotDelivered("It did not answer in time");
    }
  }
}
