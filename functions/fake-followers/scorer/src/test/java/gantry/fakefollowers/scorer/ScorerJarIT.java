package gantry.fakefollowers.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that is deployed; the scorer has no database, no HTTP edge and no Redis. */
class ScorerJarIT {
  private static final Path JAR = Path.of("target", "follower-scorer.jar");
  private static final long BUDGET = 18_000_000;

  private static final List<String> GANTRY =
      List.of(
          "gantry/aws/",
          "gantry/batch/",
          "gantry/fakefollowers/",
          "gantry/lambda/",
          "gantry/logs/");

  private static final List<String> FOREIGN =
      List.of(
          "org/postgresql/",
          "com/zaxxer/",
          "io/lettuce/",
          "io/netty/",
          "io/micronaut/data/",
          "org/flywaydb/",
          "gantry/fakefollowers/audit/",
          "software/amazon/awssdk/services/sqs/");

  @Test
  void itHoldsNothingThatScoringDoesNotNeed() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      var classes =
          jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
      assertThat(classes).noneMatch(name -> FOREIGN.stream().anyMatch(name::startsWith));
      assertThat(classes.stream().filter(name -> name.startsWith("gantry/")))
          .isNotEmpty()
          .allMatch(name -> GANTRY.stream().anyMatch(name::startsWith));
    }
  }

  @Test
  void itStaysSmall() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(BUDGET);
  }
}
