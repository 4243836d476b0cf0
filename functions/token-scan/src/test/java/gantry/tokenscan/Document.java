package gantry.tokenscan;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.providers.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer of a provider from the test resources, and ones that differ from it. */
public final class Document {
  private final Map<String, @Nullable Object> root;

  private Document(Map<String, @Nullable Object> root) {
    this.root = root;
  }

  public static Document named(String name) {
    try (var in = Document.class.getResourceAsStream(name + ".json")) {
      var json = Json.read(in.readAllBytes()).orElseThrow();
      return new Document(asMap(tree(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Differs in one place, named from the root; maps, lists, strings, numbers, null. */
  public Document with(@Nullable Object value, String... path) {
    var copy = asMap(tree(json()));
    parent(copy, path).put(path[path.length - 1], value);
    return new Document(copy);
  }

  public Document without(String... path) {
    var copy = asMap(tree(json()));
    parent(copy, path).remove(path[path.length - 1]);
    return new Document(copy);
  }

  public Json json() {
    return Json.read(text().getBytes(UTF_8)).orElseThrow();
  }

  public String text() {
    return Json.write(root);
  }

  private static Map<String, @Nullable Object> parent(
      Map<String, @Nullable Object> copy, String... path) {
    var place = copy;
    for (var i = 0; i < path.length - 1; i++) {
      place = asMap(place.get(path[i]));
    }
    return place;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> asMap(@Nullable Object tree) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(tree);
  }

  private static @Nullable Object tree(Json json) {
    if (json.isObject()) {
      var map = new LinkedHashMap<String, @Nullable Object>();
      json.members().forEach((name, member) -> map.put(name, tree(member)));
      return map;
    }
    if (json.isList()) {
      List<@Nullable Object> list = new ArrayList<>();
      json.items().forEach(item -> list.add(tree(item)));
      return list;
    }
    return json.isNull() ? null : scalar(json);
  }

  private static Object scalar(Json json) {
    return json.text()
        .<Object>map(text -> text)
        .or(() -> json.number().map(number -> number))
        .or(() -> json.flag().map(flag -> flag))
        .orElseThrow();
  }
}
