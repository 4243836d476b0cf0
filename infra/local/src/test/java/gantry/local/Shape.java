package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The members of a document, without what changes from run to run.
 *
 * @param members by their paths; elements of an array are alike
 * @param open below these there is nothing here, and may be something elsewhere
 */
record Shape(Set<String> members, Set<String> open) {
  /** Names that are data: of headers, of counters. */
  private static final List<String> MAPS =
      List.of("headers", "details", "usage", "classic", "byReason", "duplicates");

  static Shape of(JsonNode document) {
    var shape = new Shape(new TreeSet<>(), new TreeSet<>());
    shape.add("", document);
    return shape;
  }

  /** What is answered looks like the example, where that shows a document. */
  static void assertAlike(JsonNode example, JsonNode answered) {
    if (example.isContainerNode()) {
      assertThat(of(answered).unlike(of(example))).isEmpty();
    }
  }

  /** The members that only one of them has, although the other is not empty there. */
  private List<String> unlike(Shape other) {
    return Stream.concat(beyond(other), other.beyond(this)).toList();
  }

  private Stream<String> beyond(Shape other) {
    return members.stream()
        .filter(member -> !other.members.contains(member))
        .filter(member -> other.open.stream().noneMatch(member::startsWith));
  }

  private void add(String path, JsonNode node) {
    if (node.isEmpty()) {
      open.addAll(List.of(path + "[]", path + "/"));
    }
    if (node.isArray()) {
      node.forEach(element -> add(path + "[]", element));
    }
    for (var member : node.properties()) {
      var inner = path + "/" + member.getKey();
      members.add(inner);
      if (!MAPS.contains(member.getKey())) {
        add(inner, member.getValue());
      }
    }
  }
}
