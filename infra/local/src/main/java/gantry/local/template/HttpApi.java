package gantry.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API: who checks callers, and which browsers may call. */
public record HttpApi(Map<String, Authorizer> authorizers, Optional<Cors> cors) {

  public record Authorizer(String function, List<String> identityHeaders, Duration cached) {}

  public record Cors(
      List<String> allowOrigins,
      List<String> allowMethods,
      List<String> allowHeaders,
      List<String> exposeHeaders,
      Optional<Integer> maxAge,
      boolean allowCredentials) {}
}
