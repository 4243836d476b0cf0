package gantry.database;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudFormation asks of a custom resource.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-requests.html">Requests</a>
 */
record StackRequest(String type, URI responseUrl, Map<String, String> identity) {
  private static final String RESPONSE_URL = "ResponseURL";

  StackRequest {
    identity = Map.copyOf(identity);
  }

  /** Empty for any other event. */
  static Optional<StackRequest> of(Map<String, Object> event) {
    if (!event.containsKey(RESPONSE_URL)) {
      return Optional.empty();
    }
    var identity =
        Map.of(
            "StackId", text(event, "StackId"),
            "RequestId", text(event, "RequestId"),
            "LogicalResourceId", text(event, "LogicalResourceId"));
    return Optional.of(
        new StackRequest(
            text(event, "RequestType"), URI.create(text(event, RESPONSE_URL)), identity));
  }

  boolean isDeletion() {
    return type.equals("Delete");
  }

  private static String text(Map<String, Object> event, String name) {
    return String.valueOf(event.get(name));
  }

  /** The address is a signature to write with. */
  @Override
  public String toString() {
    return "StackRequest[" + type + ", " + identity + "]";
  }
}
