package gantry.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that is deployed; what is in it is paid for at each cold start. */
class AuthorizerJarIT {
  private static final Path JAR = Path.of("target", "authorizer.jar");
  private static final long BUDGET = 6_500_000;

  /** No framework, no JDBC, no Redis, no migrations, no other HTTP client. */
  private static final List<String> ALLOWED =
      List.of(
          "gantry/authorizer/",
          "gantry/aws/",
          "gantry/lambda/",
          "gantry/logs/",
          "gantry/meter/",
          "gantry/secrets/",
          "com/amazonaws/services/lambda/runtime/",
          "com/nimbusds/",
          "META-INF/versions/",
          "org/jspecify/",
          "org/reactivestreams/",
          "org/slf4j/",
          "software/amazon/");

  @Test
  void itHoldsNothingButWhatItNeeds() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> ALLOWED.stream().anyMatch(name::startsWith));
    }
  }

  @Test
  void itStaysSmall() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(BUDGET);
  }
}
