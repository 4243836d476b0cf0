package gantry.local.template;

import gantry.local.template.FunctionResource.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code AWS::Serverless::Function}, but for its events. */
record FunctionReader(Path folder, Predicate<Object> isWiring) {

  /** Raw variables show what a resolved value was made from. */
  FunctionResource read(String id, Section properties, Map<String, Object> rawVariables) {
    checkRuntime(properties);
    properties.expect("PackageType", "Zip");
    return new FunctionResource(
        id,
        folder.resolve(properties.text("CodeUri")),
        properties.text("Handler"),
        properties.number("MemorySize", 128),
        Duration.ofSeconds(properties.number("Timeout", 3)),
        jsonLogs(properties),
        snapStart(properties),
        environment(properties, rawVariables));
  }

  private static void checkRuntime(Section properties) {
    var runtime = properties.text("Runtime");
    if (!runtime.equals("java25")) {
      throw properties.error("Runtime", "must be java25 here, not " + runtime);
    }
  }

  private static boolean jsonLogs(Section properties) {
    var logging = properties.section("LoggingConfig");
    logging.ignore(NoLocalMeaning.properties("LoggingConfig"));
    logging.ignore(Set.of("ApplicationLogLevel"));
    var json = logging.text("LogFormat", "Text").equals("JSON");
    logging.end();
    return json;
  }

  private static boolean snapStart(Section properties) {
    var snapStart = properties.section("SnapStart");
    var applied = snapStart.text("ApplyOn", "None").equals("PublishedVersions");
    snapStart.end();
    return applied;
  }

  private Map<String, Variable> environment(Section properties, Map<String, Object> raw) {
    var environment = properties.section("Environment");
    var variables = environment.section("Variables");
    var result = new LinkedHashMap<String, Variable>();
    for (var name : variables.keys()) {
      var wiring = name.startsWith("AWS_") || isWiring.test(raw.getOrDefault(name, ""));
      result.put(name, new Variable(variables.text(name), wiring));
    }
    environment.end();
    return result;
  }
}
