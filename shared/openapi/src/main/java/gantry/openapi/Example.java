package gantry.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call as the document shows it. Texts may name what earlier calls kept: {@code ${name}}. */
public record Example(ObjectNode json) {
  private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

  /** For example {@code GET /v1/health}. */
  public String operation() {
    return json.path("operation").asText();
  }

  public String method() {
    return operation().substring(0, operation().indexOf(' '));
  }

  /** As in the template: with its parameters. */
  public String route() {
    return operation().substring(operation().indexOf(' ') + 1);
  }

  /** The caller's role; empty where no token is needed. */
  public String role() {
    return json.path("as").asText("");
  }

  public int status() {
    return json.path("status").asInt(200);
  }

  /** False where a call would need what no other call brings about: the file says why. */
  public boolean isCalled() {
    return !json.has("notCalled");
  }

  public Map<String, String> path() {
    return texts("path");
  }

  public Map<String, String> query() {
    return texts("query");
  }

  public Map<String, String> headers() {
    return texts("headers");
  }

  /** JSON, or a text for a body that is none; missing without one. */
  public JsonNode body() {
    return json.path("body");
  }

  public JsonNode answer() {
    return json.path("answer");
  }

  /** What the answer says once the work behind it is done, by the place in the answer. */
  public Map<String, String> until() {
    return texts("until");
  }

  /** What later examples name, by the place in the answer. */
  public Map<String, String> kept(JsonNode answered) {
    var kept = new LinkedHashMap<String, String>();
    texts("keep").forEach((name, place) -> kept.put(name, answered.at(place).asText()));
    return kept;
  }

  /** With everything that is known by name put in. */
  public Example with(Map<String, String> known) {
    return new Example((ObjectNode) Json.parse(filled(json.toString(), known)));
  }

  private Map<String, String> texts(String member) {
    var texts = new LinkedHashMap<String, String>();
    json.path(member).properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
    return texts;
  }

  private static String filled(String text, Map<String, String> known) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
  }
}
