package gantry.egress;

import java.util.Map;

/** What is sent to a user's URL: a POST, once. */
public record EgressRequest(String mediaType, String body, Map<String, String> headers) {
  public EgressRequest {
    headers = Map.copyOf(headers);
  }

  /** Bodies and signatures do not belong in logs. */
  @Override
  public String toString() {
    return "EgressRequest[" + mediaType + ", " + body.length() + " characters]";
  }
}
