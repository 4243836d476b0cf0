package gantry.local.gateway;

import gantry.local.template.RouteEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route with its path taken apart. */
record Route(RouteEvent event, List<String> segments) {

  static Route of(RouteEvent event) {
    return new Route(event, split(event.path()));
  }

  static List<String> split(String path) {
    return Arrays.asList(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
  }

  boolean isDefault() {
    return event.path().equals("$default");
  }

  boolean accepts(String method) {
    return isDefault() || event.method().equals("ANY") || event.method().equals(method);
  }

  boolean isAnyMethod() {
    return event.method().equals("ANY");
  }

  /** The path's parameters when it matches. */
  Optional<Map<String, String>> match(List<String> path) {
    if (isDefault()) {
      return Optional.of(Map.of());
    }
    var parameters = new LinkedHashMap<String, String>();
    for (var i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (isGreedy(segment)) {
        parameters.put(name(segment), String.join("/", path.subList(i, path.size())));
        return Optional.of(parameters);
      }
      if (isParameter(segment) && !path.get(i).isEmpty()) {
        parameters.put(name(segment), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return path.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** Comparable from left to right: a fixed segment before a parameter before a greedy one. */
  String specificity() {
    var ranks = new StringBuilder();
    for (var segment : segments) {
      ranks.append(isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0');
    }
    return isDefault() ? "3" : ranks.toString();
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isGreedy(String segment) {
    return segment.endsWith("+}");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
  }
}
