package gantry.local.template;

import java.util.Optional;

/** A route of the HTTP API; {@code $default} has neither method nor path of its own. */
public record RouteEvent(String function, String method, String path, Optional<String> authorizer) {

  /** The key as API Gateway writes it. */
  public String key() {
    return path.equals("$default") ? "$default" : method + " " + path;
  }
}
