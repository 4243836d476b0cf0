package gantry.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain maps, lists and scalars that a parsed template consists of. */
final class Nodes {
  private Nodes() {}

  static Map<String, Object> map(@Nullable Object node) {
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof Map<?, ?> map)) {
      throw new TemplateException("expected a map, found: " + node);
    }
    var result = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> result.put(String.valueOf(key), value == null ? "" : value));
    return result;
  }

  static List<Object> list(@Nullable Object node) {
    if (node == null) {
      return List.of();
    }
    return node instanceof List<?> list ? List.copyOf(list) : List.of(node);
  }

  /** Whether the node is a call such as {@code {Ref: X}} and not data. */
  static boolean isIntrinsic(@Nullable Object node) {
    return node instanceof Map<?, ?> map
        && map.size() == 1
        && map.keySet().iterator().next() instanceof String name
        && (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::"));
  }
}
