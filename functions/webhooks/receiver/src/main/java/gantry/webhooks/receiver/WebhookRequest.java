package gantry.webhooks.receiver;

import gantry.meter.Network;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One HTTP request as it came, header names lower-cased. */
record WebhookRequest(
    String provider, String method, Network network, Map<String, String> headers, EventBody body) {
  /** What a processor or an operator may want to see; never a signature. */
  private static final Set<String> KEPT =
      Set.of(
          "content-type",
          "user-agent",
          "webhook-id",
          "x-event-name",
          "x-github-delivery",
          "x-github-event");

  /** They share SQS's message limit with the body. */
  private static final int MAX_KEPT = 512;

  WebhookRequest {
    headers = Map.copyOf(headers);
  }

  Map<String, String> keptHeaders() {
    var kept = new TreeMap<>(headers);
    kept.keySet().retainAll(KEPT);
    kept.replaceAll((_, text) -> text.substring(0, Math.min(text.length(), MAX_KEPT)));
    return kept;
  }
}
