package gantry.local.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What CloudFormation would refuse; skipped with a line where {@code cfn-lint} is not installed.
 */
class TemplateLintTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void cfnLintFindsNothingInAnyTemplate() throws IOException, InterruptedException {
    assumeThat(isInstalled()).as("cfn-lint is installed (pip install cfn-lint)").isTrue();
    var command = Stream.concat(Stream.of("cfn-lint", "template.yaml"), stacks()).toList();

    var lint =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    var findings = new String(lint.getInputStream().readAllBytes(), UTF_8);

    assertThat(findings).isBlank();
    assertThat(lint.waitFor()).isZero();
  }

  private static Stream<String> stacks() throws IOException {
    try (var files = Files.list(ROOT.resolve("infra/stacks"))) {
      return files
          .map(file -> ROOT.relativize(file).toString())
          .filter(file -> file.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("cfn-lint", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
