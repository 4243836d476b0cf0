package gantry.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudFormation's intrinsic functions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
final class Intrinsics {
  /** What {@code AWS::NoValue} refers to: the entry that holds it disappears. */
  enum Nothing {
    NO_VALUE
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Scope scope;

  Intrinsics(Scope scope) {
    this.scope = scope;
  }

  Object resolve(Object node) {
    if (Nodes.isIntrinsic(node)) {
      var call = Nodes.map(node).entrySet().iterator().next();
      return call(call.getKey(), call.getValue());
    }
    return switch (node) {
      case Map<?, ?> map -> resolveMap(Nodes.map(map));
      case List<?> list -> resolveList(Nodes.list(list));
      default -> node;
    };
  }

  boolean isTrue(Object node) {
    return switch (resolve(node)) {
      case Boolean value -> value;
      case String text -> Boolean.parseBoolean(text);
      default -> throw new TemplateException("no condition: " + node);
    };
  }

  private Map<String, Object> resolveMap(Map<String, Object> map) {
    var resolved = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      var result = resolve(value);
      if (!(result instanceof Nothing)) {
        resolved.put(key, result);
      }
    });
    return resolved;
  }

  private List<Object> resolveList(List<Object> list) {
    return list.stream().map(this::resolve).filter(item -> !(item instanceof Nothing)).toList();
  }

  private Object call(String name, Object argument) {
    return switch (name) {
      case "Ref" -> scope.reference(text(argument));
      case "Condition" -> scope.condition(text(argument));
      case "Fn::GetAtt" -> attribute(arguments(argument, 2));
      case "Fn::Sub" -> substitute(argument);
      case "Fn::If" -> choose(Nodes.list(argument));
      case "Fn::Equals" -> areEqual(arguments(argument, 2));
      case "Fn::Not" -> !isTrue(Nodes.list(argument).getFirst());
      case "Fn::And" -> Nodes.list(argument).stream().allMatch(this::isTrue);
      case "Fn::Or" -> Nodes.list(argument).stream().anyMatch(this::isTrue);
      case "Fn::Join" -> join(arguments(argument, 2));
      case "Fn::Split" -> split(arguments(argument, 2));
      case "Fn::Select" -> select(arguments(argument, 2));
      case "Fn::FindInMap" -> find(arguments(argument, 3));
      default -> throw new TemplateException("the local cloud does not know " + name);
    };
  }

  private List<Object> arguments(Object argument, int count) {
    var arguments = resolveList(Nodes.list(argument));
    if (arguments.size() != count) {
      throw new TemplateException("expected " + count + " arguments, found: " + argument);
    }
    return arguments;
  }

  private Object attribute(List<Object> path) {
    return scope.attribute(text(path.get(0)), text(path.get(1)));
  }

  private Object choose(List<Object> branches) {
    var holds = scope.condition(text(branches.getFirst()));
    return resolve(branches.get(holds ? 1 : 2));
  }

  private static boolean areEqual(List<Object> sides) {
    return text(sides.get(0)).equals(text(sides.get(1)));
  }

  private static String join(List<Object> arguments) {
    return Nodes.list(arguments.get(1)).stream()
        .map(Intrinsics::text)
        .collect(Collectors.joining(text(arguments.get(0))));
  }

  private static List<Object> split(List<Object> arguments) {
    var separator = Pattern.quote(text(arguments.get(0)));
    return new ArrayList<>(List.of(text(arguments.get(1)).split(separator, -1)));
  }

  private static Object select(List<Object> arguments) {
    return Nodes.list(arguments.get(1)).get(Integer.parseInt(text(arguments.get(0))));
  }

  private Object find(List<Object> path) {
    return scope.mapping(text(path.get(0)), text(path.get(1)), text(path.get(2)));
  }

  private String substitute(Object argument) {
    if (argument instanceof String text) {
      return substitute(text, Map.of());
    }
    var parts = Nodes.list(argument);
    return substitute(text(parts.get(0)), resolveMap(Nodes.map(parts.get(1))));
  }

  private String substitute(String text, Map<String, Object> own) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(placeholder(found.group(1), found.group(2), own)));
  }

  private String placeholder(String literal, String name, Map<String, Object> own) {
    if (!literal.isEmpty()) {
      return "${" + name + "}";
    }
    var value = own.get(name);
    if (value != null) {
      return text(value);
    }
    var dot = name.indexOf('.');
    return text(
        dot < 0
            ? scope.reference(name)
            : scope.attribute(name.substring(0, dot), name.substring(dot + 1)));
  }

  static String text(Object value) {
    if (value instanceof Map || value instanceof List || value instanceof Nothing) {
      throw new TemplateException("expected a text, found: " + value);
    }
    return String.valueOf(value);
  }
}
