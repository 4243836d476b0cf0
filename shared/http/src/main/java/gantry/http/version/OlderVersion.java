package gantry.http.version;

import io.micronaut.json.tree.JsonNode;

/**
 * All there is to an older version of a resource: a bean that turns its requests into the next
 * version's and answers back. Only the newest version has a controller. It meets whatever callers
 * send: what it does not know it leaves, for the newer version to judge.
 */
public interface OlderVersion {
  ApiVersion version();

  Retirement retirement();

  /** A request's body in the next version; the path is what lies behind the resource. */
  default JsonNode upgrade(JsonNode body, String path) {
    return body;
  }

  /** A successful answer in this version. */
  default JsonNode downgrade(JsonNode answer, String path) {
    return answer;
  }
}
