package gantry.limits;

import java.util.regex.Pattern;

/**
 * A route as {@code template.yaml} has it, such as {@code POST /v1/orders/{id}}; the method may be
 * {@code ANY}, and {@code *} is every route.
 */
record RoutePattern(String method, String path) {
  private static final Pattern FORM =
      Pattern.compile("(GET|POST|PUT|PATCH|DELETE|ANY) (/[^\\s?#]*)");
  private static final String ALL = "*";
  private static final String ANY = "ANY";

  static RoutePattern parse(String text) {
    if (text.equals(ALL)) {
      return new RoutePattern(ANY, ALL);
    }
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("route must be * or such as \"POST /v1/orders/{id}\"");
    }
    return new RoutePattern(match.group(1), unnamed(match.group(2)));
  }

  /** How a route's variables are called makes no difference. */
  private static String unnamed(String path) {
    return path.replaceAll("\\{[^}/]*}", "{}");
  }

  boolean covers(String requestMethod, String requestPath) {
    return (method.equals(ANY) || method.equals(requestMethod))
        && (path.equals(ALL) || path.equals(unnamed(requestPath)));
  }

  int specificity() {
    if (path.equals(ALL)) {
      return 0;
    }
    return method.equals(ANY) ? 1 : 2;
  }
}
