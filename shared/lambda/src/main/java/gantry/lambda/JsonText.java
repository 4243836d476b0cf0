package gantry.lambda;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON for the few flat lines and answers that a cold handler writes, where loading a library costs
 * more than the handler itself.
 */
public final class JsonText {
  private JsonText() {}

  /** An object of texts, in the map's order. */
  public static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member(member.getKey(), quoted(member.getValue())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A name with a value that already is JSON. */
  public static String member(String name, String json) {
    return quoted(name) + ':' + json;
  }

  /** A string literal. */
  public static String quoted(String text) {
    var json = new StringBuilder(text.length() + 2).append('"');
    for (var i = 0; i < text.length(); i++) {
      append(json, text.charAt(i));
    }
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ' || Character.isSurrogate(c)) {
      // A lone half of a pair would break the UTF-8 of the line; a pair survives as two escapes.
      json.append(String.format("\\u%04x", (int) c));
    } else {
      json.append(c);
    }
  }
}
