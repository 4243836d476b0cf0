package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gantry.openapi.Example;
import gantry.openapi.Part;
import gantry.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every example of the API document works, in the order of the files. With {@code -Dgantry.record}
 * what is answered becomes what the document shows.
 */
@TestMethodOrder(OrderAnnotation.class)
class ApiExamplesIT {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Path ROOT = Path.of("../..");
  private static final List<Part> PARTS = Part.all(ROOT);
  private static final Map<String, String> KEPT = new HashMap<>();
  private static final ExampleRecorder RECORDER = new ExampleRecorder(ROOT);

  private static RunningCloud cloud;
  private static ExampleCalls calls;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    calls = ExampleCalls.of(cloud);
  }

  @AfterAll
  static void record() {
    RECORDER.write();
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> everyExampleWorks() {
    return PARTS.stream()
        .flatMap(part -> part.examples().stream())
        .map(example -> DynamicTest.dynamicTest(example.operation(), () -> works(example)));
  }

  /** As it drives a deployed stage. */
  @Test
  @Order(2)
  void theSmokeScriptPasses() throws Exception {
    assumeInstalled("curl");

    var script = run(ROOT.resolve("infra/smoke.sh").toString(), cloud.address().toString());

    assertThat(script.status()).as(script.output()).isZero();
  }

  @Test
  @Order(2)
  void theReadmesCallsWork() throws Exception {
    assumeInstalled("curl", "openssl");
    var calls =
        Files.readString(ROOT.resolve("README.md"))
            .replaceFirst("(?s).*?## Try it\\s+```(.+?)```.*", "$1")
            .replace("http://127.0.0.1:8080", cloud.address().toString());

    Eventually.within(
        SOON,
        () ->
            assertThat(run("bash", "-euc", calls).output())
                .contains("\"received\":true", "\"name\":\"PRO\"", "\"level\":\"LOW\"")
                .contains("\"state\":\"DONE\"", "\"fake\":1"));
  }

  private static void assumeInstalled(String... commands) throws Exception {
    for (var command : commands) {
      var found = run("bash", "-c", "command -v " + command);
      assumeThat(found.status()).as("%s is installed", command).isZero();
    }
  }

  /** What a command has printed, and its exit status. */
  private record Ended(int status, String output) {}

  private static Ended run(String... command) throws IOException, InterruptedException {
    var output = Path.of("target", "examples.log");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output));
  }

  /** Again and again: a function may have to start first, what was sent may be worked on. */
  private static void works(Example example) {
    var filled = example.with(KEPT);
    Eventually.within(SOON, () -> isClosedTo(filled));
    if (example.isCalled()) {
      Eventually.within(SOON, () -> answers(example, filled));
    } else {
      KEPT.putAll(example.kept(example.answer()));
    }
  }

  private static void isClosedTo(Example example) {
    if (!example.role().isEmpty()) {
      assertThat(calls.send(example, "").status()).isEqualTo(401);
    }
    if (example.role().equals("admin")) {
      assertThat(calls.send(example, "user").status()).isEqualTo(403);
    }
  }

  private static void answers(Example example, Example filled) {
    var answer = calls.send(filled, filled.role());

    assertThat(answer.status()).as(answer.text()).isEqualTo(filled.status());
    var document = answer.isJson() ? answer.json() : RunningCloud.JSON.missingNode();
    example
        .until()
        .forEach((place, value) -> assertThat(document.at(place).asText()).isEqualTo(value));
    var kept = filled.kept(document);
    assertThat(kept.values()).as(answer.text()).doesNotContain("");
    KEPT.putAll(kept);
    if (!RECORDER.record(example, answer)) {
      Shape.assertAlike(example.answer(), document);
    }
  }
}
