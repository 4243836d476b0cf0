package gantry.local.template;

import static gantry.local.template.RawTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.local.template.RawTemplate.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** template.yaml and the API document name the same routes, and the same of them as public. */
class DocumentedRoutesTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path BUILT =
      ROOT.resolve("functions/api-docs/target/classes/gantry/apidocs/openapi.json");

  @Test
  void everyRouteIsDocumentedAndTheReverse() throws IOException {
    var routes = new TreeMap<String, Boolean>();
    RawTemplate.read(ROOT.resolve("template.yaml"))
        .events("HttpApi")
        .filter(event -> !isOfThePage(event))
        .forEach(event -> routes.put(route(event), isPublic(event)));

    assertThat(routes).isEqualTo(documented());
  }

  /** TemplateRulesTest holds them to the routes they stand for. */
  private static boolean isOfThePage(Event event) {
    return String.valueOf(event.properties().get("Path")).startsWith("/operator");
  }

  /** Webhooks are posted; every other method gets the function's own refusal. */
  private static String route(Event event) {
    var method = String.valueOf(event.properties().get("Method"));
    return (method.equals("ANY") ? "POST" : method) + " " + event.properties().get("Path");
  }

  private static boolean isPublic(Event event) {
    return "NONE".equals(map(event.properties(), "Auth").get("Authorizer"));
  }

  private static Map<String, Boolean> documented() throws IOException {
    var routes = new TreeMap<String, Boolean>();
    var paths = new ObjectMapper().readTree(BUILT.toFile()).path("paths");
    for (var path : paths.properties()) {
      for (var operation : path.getValue().properties()) {
        var method = operation.getKey().toUpperCase(Locale.ROOT);
        routes.put(method + " " + path.getKey(), needsNoToken(operation.getValue()));
      }
    }
    return routes;
  }

  private static boolean needsNoToken(JsonNode operation) {
    return operation.has("security") && operation.path("security").isEmpty();
  }
}
