package gantry.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One switch reaches every route, because each HTTP function's jar carries it. */
class EmergencyRulesTest {
  private static final Path ROOT = Path.of("../..");
  private static final RawTemplate TEMPLATE = RawTemplate.read(ROOT.resolve("template.yaml"));

  /** Who is on call acknowledges above all while something is switched off. */
  private static final Set<String> EXEMPT = Set.of("functions/alerts");

  static Stream<String> modules() {
    return TEMPLATE
        .ids("AWS::Serverless::Function")
        .map(TEMPLATE::properties)
        .filter(function -> "gantry.http.ApiFunction".equals(function.get("Handler")))
        .map(function -> String.valueOf(function.get("CodeUri")).replaceAll("/target/.*", ""))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void anHttpFunctionObeysTheSwitch(String module) throws IOException {
    var pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));

    assertThat(pom.contains("<artifactId>gantry-emergency</artifactId>"))
        .isEqualTo(!EXEMPT.contains(module));
  }
}
