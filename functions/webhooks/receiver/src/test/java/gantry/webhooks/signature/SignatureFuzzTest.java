package gantry.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gantry.webhooks.signature.VerifySignature.Outcome.Verified;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.concat(
            KnownAnswer.all().flatMap(known -> known.headers().values().stream()),
            Stream.of("", "t=,v1=", "t=1,t=2,v1=00,v1=zz", "v1,= v1,", "sha256=", "ts=1;h1=;h1=a"))
        .map(header -> header.getBytes(UTF_8));
  }

  /** Any header is judged, and none verifies that does not hold the true signature. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void onlyTheTrueSignatureVerifies(byte[] bytes) {
    var header = new String(bytes, UTF_8);
    KnownAnswer.all()
        .forEach(known -> {
          var changed = known;
          for (var name : known.headers().keySet()) {
            changed = changed.with(name, header);
          }
          var verdict = changed.verdict();
          if (verdict instanceof Verified) {
            assertThat(known.headers().values()).anyMatch(header::contains);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAreJudged(byte[] bytes) {
    onlyTheTrueSignatureVerifies(bytes);
  }
}
