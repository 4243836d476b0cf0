package gantry.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeHopTest {
  private static final String GATEWAY = "198.51.100.1";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          proof, 203.0.113.9, 203.0.113.9
          proof, 2001:db8::1, 2001:db8::1
          proof, -, 198.51.100.1
          proof, example.org, 198.51.100.1
          proof, '203.0.113.9,10.0.0.1', 198.51.100.1
          -, 203.0.113.9, 198.51.100.1
          '', 203.0.113.9, 198.51.100.1
          Proof, 203.0.113.9, 198.51.100.1
          'proof,proof', 203.0.113.9, 198.51.100.1
          """)
  void anAddressNeedsTheEdgesProof(@Nullable String proof, @Nullable String client, String address)
      throws Exception {
    var edge = EdgeHop.of(sha256("proof"));

    assertThat(edge.address(GATEWAY, proof, client)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proof"})
  void withoutAnEdgeNoHeaderCounts(String proof) {
    assertThat(EdgeHop.of("").address(GATEWAY, proof, "203.0.113.9")).isEqualTo(GATEWAY);
    assertThat(EdgeHop.of(null).address(GATEWAY, proof, "203.0.113.9")).isEqualTo(GATEWAY);
  }

  @Test
  void aHashThatIsNoneStopsTheStart() {
    assertThatThrownBy(() -> EdgeHop.of("abcd")).hasMessageContaining("EDGE_PROOF_SHA256");
    assertThatThrownBy(() -> EdgeHop.of("x".repeat(64))).hasMessageContaining("EDGE_PROOF_SHA256");
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
