package gantry.local.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No secret lies in the repository. What looks like one and is none stands in {@code
 * known-vectors.txt} by its path and hash, with the reason; a line that nothing needs fails too.
 */
class RepositorySecretsIT {
  private static final Path ROOT = Path.of(System.getProperty("gantry.root"));
  private static final String VECTORS = "known-vectors.txt";

  @Test
  void everyFindingIsAKnownVector() throws IOException {
    var known = knownVectors();

    var found = findings();

    assertThat(found.stream().filter(finding -> !known.contains(finding.key())))
        .as("what looks like a secret")
        .isEmpty();
    assertThat(known).isSubsetOf(found.stream().map(Finding::key).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws.accessKeyId=AKIA" + "IOSFODNN7EXAMPLX",
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "token: ghp" + "_16C7e42F292c6912E7710c838347Ae178B4a",
        "stripe(\"sk" + "_live_4eC39HqLyjWDarjtT1zdp7dc\")",
        "postgres://gantry:hunter22" + "@db.example.org/gantry",
        "key = \"kD93jf8s0aLq2mZx" + "7Vb1Nc5TyUe4RwGh6PoIiYtQ\""
      })
  void aPlantedSecretIsFound(String line) {
    assertThat(SecretScan.findings("a line\n" + line + "\nanother")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import gantry.webhooks.receiver.ReceiveWebhookHandlerTest;",
        "void aReplayGoesBackToTheQueueOfItsResourceAndLeavesAnAudit() {",
        "8ef99530cbf1503ff60f29b88af5c61bf4ade2b47c350ca121a29eccd775801f",
        "jdbc:postgresql://127.0.0.1:15432/gantry"
      })
  void codeIsNoSecret(String line) {
    assertThat(SecretScan.findings(line)).isEmpty();
  }

  private record Finding(String path, String hash, String start) {
    String key() {
      return path + " " + hash;
    }
  }

  private static List<Finding> findings() {
    return SourceTree.files(ROOT).stream()
        .filter(RepositorySecretsIT::isWritten)
        .flatMap(RepositorySecretsIT::inFile)
        .toList();
  }

  private static boolean isWritten(Path file) {
    return !file.endsWith(VECTORS) && !file.endsWith("package-lock.json");
  }

  private static Stream<Finding> inFile(Path file) {
    try {
      var path = ROOT.relativize(file).toString();
      return SecretScan.findings(Files.readString(file, ISO_8859_1)).stream()
          .map(text -> new Finding(path, hash(text), text.substring(0, 6) + "…"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> knownVectors() throws IOException {
    try (var lines = RepositorySecretsIT.class.getResourceAsStream("/" + VECTORS)) {
      return new String(lines.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .map(parts -> parts[0] + " " + parts[1])
          .collect(Collectors.toSet());
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
