package gantry.local.gateway;

import gantry.local.template.HttpApi.Cors;
import java.util.Locale;
import java.util.Optional;

/**
 * CORS as the gateway does it: it answers preflights itself and replaces what functions say about
 * CORS.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS
 *     for HTTP APIs</a>
 */
final class CorsRules {
  private static final String PREFIX = "access-control-";

  private final Optional<Cors> cors;

  CorsRules(Optional<Cors> cors) {
    this.cors = cors;
  }

  Optional<Answer> preflight(Request request) {
    var asks = request.method().equals("OPTIONS");
    if (!asks || cors.isEmpty() || !isPreflight(request)) {
      return Optional.empty();
    }
    var answer = Answer.empty(204);
    allowedOrigin(request).ifPresent(origin -> allow(answer, origin, cors.get()));
    return Optional.of(answer);
  }

  private static boolean isPreflight(Request request) {
    return request.header("origin").isPresent()
        && request.header("access-control-request-method").isPresent();
  }

  private static void allow(Answer answer, String origin, Cors cors) {
    answer.with("access-control-allow-origin", origin);
    answer.with("access-control-allow-methods", String.join(",", cors.allowMethods()));
    answer.with("access-control-allow-headers", String.join(",", cors.allowHeaders()));
    cors.maxAge().ifPresent(age -> answer.with("access-control-max-age", age.toString()));
    allowCredentials(answer, cors);
  }

  Answer apply(Request request, Answer answer) {
    if (cors.isEmpty()) {
      return answer;
    }
    answer.headers().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX));
    allowedOrigin(request).ifPresent(origin -> expose(answer, origin, cors.get()));
    return answer;
  }

  private static void expose(Answer answer, String origin, Cors cors) {
    answer.with("access-control-allow-origin", origin);
    if (!cors.exposeHeaders().isEmpty()) {
      answer.with("access-control-expose-headers", String.join(",", cors.exposeHeaders()));
    }
    allowCredentials(answer, cors);
  }

  private static void allowCredentials(Answer answer, Cors cors) {
    if (cors.allowCredentials()) {
      answer.with("access-control-allow-credentials", "true");
    }
  }

  private Optional<String> allowedOrigin(Request request) {
    var allowed = cors.orElseThrow().allowOrigins();
    return request
        .header("origin")
        .filter(origin -> allowed.contains("*") || allowed.contains(origin))
        .map(origin -> allowed.contains("*") ? "*" : origin);
  }
}
