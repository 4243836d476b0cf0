package gantry.local.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a piece of template refers to. */
final class References {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}.][^}.]*)");

  private References() {}

  static Set<String> in(Object node) {
    var names = new HashSet<String>();
    collect(node, names);
    return names;
  }

  private static void collect(Object node, Set<String> names) {
    switch (node) {
      case Map<?, ?> map -> Nodes.map(map).forEach((key, value) -> collect(key, value, names));
      case List<?> list -> Nodes.list(list).forEach(item -> collect(item, names));
      default -> {}
    }
  }

  private static void collect(String key, Object value, Set<String> names) {
    switch (key) {
      case "Ref" -> names.add(String.valueOf(value));
      case "Fn::GetAtt" -> names.add(String.valueOf(Nodes.list(value).getFirst()));
      case "Fn::Sub" ->
          PLACEHOLDER
              .matcher(String.valueOf(value))
              .results()
              .forEach(found -> names.add(found.group(1)));
      default -> {}
    }
    collect(value, names);
  }
}
