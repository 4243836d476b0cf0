package gantry.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A document for people: one page without a script, which needs nothing else. */
record ApiPage(JsonNode document) {
  String html() {
    var page = new StringBuilder();
    page.append("<!doctype html><html lang=en><meta charset=utf-8>")
        .append("<meta name=viewport content='width=device-width,initial-scale=1'>")
        .append("<title>")
        .append(text("/info/title"))
        .append(" API</title>")
        .append("<style>")
        .append(css())
        .append("</style>")
        .append("<h1>")
        .append(text("/info/title"))
        .append(" API</h1>")
        .append("<p>")
        .append(text("/info/description"))
        .append("<p>For machines: <a href=/v1/openapi.json>openapi.json</a>.");
    document.path("tags").forEach(tag -> page.append(tag(tag)));
    return page.append(problems()).append("</html>\n").toString();
  }

  private String tag(JsonNode tag) {
    var section = new StringBuilder("<h2>").append(escaped(tag.path("name"))).append("</h2><p>");
    section.append(escaped(tag.path("description")));
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (operation.getValue().at("/tags/0").equals(tag.path("name"))) {
          section.append(operation(path.getKey(), operation));
        }
      }
    }
    return section.toString();
  }

  private static String operation(String path, Map.Entry<String, JsonNode> entry) {
    var operation = entry.getValue();
    var shown = new StringBuilder("<details id=").append(operation.path("operationId").asText());
    shown.append("><summary><b>").append(entry.getKey().toUpperCase(Locale.ROOT));
    shown.append("</b><code>").append(escaped(path)).append("</code> ");
    shown.append(escaped(operation.path("summary"))).append("</summary><p>Role: ");
    shown.append(escaped(operation.path("x-role"))).append(parameters(operation));
    operation
        .at("/requestBody/content")
        .properties()
        .forEach(it -> shown.append(content("Body", it)));
    for (var response : operation.path("responses").properties()) {
      var title = response.getKey() + " " + response.getValue().path("description").asText();
      if (!response.getKey().equals("default")) {
        shown.append("<h4>").append(escaped(title)).append("</h4>");
        response
            .getValue()
            .path("content")
            .properties()
            .forEach(it -> shown.append(content("", it)));
      }
    }
    return shown.append("</details>").toString();
  }

  private static String parameters(JsonNode operation) {
    var rows = new StringBuilder();
    for (var parameter : operation.path("parameters")) {
      rows.append("<tr><td><code>").append(escaped(parameter.path("name"))).append("</code><td>");
      rows.append(escaped(parameter.path("in"))).append("<td><code>");
      rows.append(escaped(parameter.path("example"))).append("</code>");
    }
    return rows.isEmpty() ? "" : "<table>" + rows + "</table>";
  }

  private static String content(String title, Map.Entry<String, JsonNode> content) {
    var example = content.getValue().path("example");
    if (example.isMissingNode()) {
      return "";
    }
    var shown = example.isTextual() ? example.asText() : example.toPrettyString();
    return "<p>"
        + title
        + " <code>"
        + escaped(content.getKey())
        + "</code><pre>"
        + escaped(shown)
        + "</pre>";
  }

  private String problems() {
    var rows = new StringBuilder("<h2>Problems</h2><table>");
    for (var problem : document.path("x-problems").properties()) {
      rows.append("<tr><td><code>").append(problem.getKey()).append("</code><td>");
      rows.append(escaped(problem.getValue().path("status"))).append("<td>");
      rows.append(escaped(problem.getValue().path("meaning")));
    }
    return rows.append("</table>").toString();
  }

  private String text(String place) {
    return escaped(document.at(place));
  }

  private static String escaped(JsonNode text) {
    return escaped(text.asText());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The answer's header allows this style and nothing else. */
  static String css() {
    try (InputStream in = ApiPage.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
