package gantry.local.template;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template as it is written, with what the local cloud has no use for. */
record RawTemplate(Map<String, Object> document) {
  static RawTemplate read(Path file) {
    try {
      return new RawTemplate(CloudFormationYaml.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Stream<String> ids(String type) {
    return resources().entrySet().stream()
        .filter(resource -> isOfType(resource.getValue(), type))
        .map(Map.Entry::getKey);
  }

  Map<String, Object> resources() {
    return map(document, "Resources");
  }

  Map<String, Object> resource(String id) {
    return map(resources(), id);
  }

  Map<String, Object> properties(String id) {
    return map(resource(id), "Properties");
  }

  Map<String, Object> functionGlobals() {
    return map(map(document, "Globals"), "Function");
  }

  /** In seconds. */
  int timeout(String function) {
    var all = new LinkedHashMap<>(functionGlobals());
    all.putAll(properties(function));
    return number(all, "Timeout");
  }

  Stream<Event> events(String type) {
    return ids("AWS::Serverless::Function").flatMap(function -> events(function, type));
  }

  private Stream<Event> events(String function, String type) {
    return map(properties(function), "Events").entrySet().stream()
        .filter(event -> isOfType(event.getValue(), type))
        .map(event ->
            new Event(function, event.getKey(), map(Nodes.map(event.getValue()), "Properties")));
  }

  /** What the alarms on this metric watch. */
  Set<String> alarmed(String metric) {
    return ids("AWS::CloudWatch::Alarm")
        .map(this::properties)
        .filter(alarm -> metric.equals(alarm.get("MetricName")))
        .flatMap(alarm -> Nodes.list(alarm.get("Dimensions")).stream())
        .map(dimension -> reference(Nodes.map(dimension), "Value"))
        .collect(toSet());
  }

  static Map<String, Object> map(Map<String, Object> node, String... path) {
    var inner = node;
    for (var key : path) {
      inner = Nodes.map(inner.get(key));
    }
    return inner;
  }

  static int number(Map<String, Object> node, String key) {
    return node.getOrDefault(key, 0) instanceof Integer number ? number : 0;
  }

  /** The logical id that a {@code Ref} or {@code GetAtt} names; empty where there is none. */
  static String reference(Map<String, Object> node, String key) {
    return reference(map(node, key));
  }

  static String reference(Object value) {
    var call = Nodes.map(value);
    return Stream.concat(
            Nodes.list(call.get("Ref")).stream(), Nodes.list(call.get("Fn::GetAtt")).stream())
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }

  /** All texts under this key, however deep. */
  static Stream<String> texts(@Nullable Object node, String key) {
    return switch (node) {
      case null -> Stream.empty();
      case Map<?, ?> map ->
          map.entrySet().stream()
              .flatMap(entry ->
                  key.equals(entry.getKey())
                      ? Nodes.list(entry.getValue()).stream().map(Objects::toString)
                      : texts(entry.getValue(), key));
      case List<?> list -> list.stream().flatMap(item -> texts(item, key));
      default -> Stream.empty();
    };
  }

  private static boolean isOfType(Object node, String type) {
    return type.equals(Nodes.map(node).get("Type"));
  }

  /** A function's event. */
  record Event(String function, String id, Map<String, Object> properties) {
    @Override
    public String toString() {
      return function + "." + id;
    }
  }
}
