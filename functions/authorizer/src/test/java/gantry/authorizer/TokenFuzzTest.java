package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gantry.authorizer.VerifyToken.Outcome.Admitted;
import gantry.secrets.Secrets;
import gantry.testing.MutableClock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenFuzzTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("JWT_SECRET", Tokens.SECRET);
  private static final MutableClock CLOCK = MutableClock.at(Tokens.NOW);
  private static final String GOOD = Tokens.good().hs256();
  private static final VerifyToken VERIFY =
      new VerifyToken(
          new ConfiguredKeys(Secrets.of(ENVIRONMENT::get, CLOCK), null),
          new ClaimChecks(AuthorizerConfig.of(ENVIRONMENT::get), CLOCK));

  static Stream<byte[]> seeds() {
    return Stream.of(
            "Bearer " + GOOD,
            "bearer " + GOOD,
            "Bearer " + GOOD + ".",
            "Bearer " + Tokens.good().header("alg", "none").hs256(),
            "Bearer " + Tokens.good().header("crit", "b64").hs256(),
            "Bearer ..",
            "Basic dTpw",
            "")
        .map(header -> header.getBytes(UTF_8));
  }

  /** Any header is judged, and none admits that does not hold the token we signed. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void onlyASignedTokenIsAdmitted(byte[] bytes) {
    var header = new String(bytes, UTF_8);
    if (VERIFY.verify(header) instanceof Admitted) {
      assertThat(header).endsWith(" " + GOOD);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAreJudged(byte[] bytes) {
    onlyASignedTokenIsAdmitted(bytes);
  }
}
