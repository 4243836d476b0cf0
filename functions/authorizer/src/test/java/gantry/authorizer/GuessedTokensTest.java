package gantry.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessedTokensTest {
  private static final String ATTACKER = "2001:db8:1:2::1";
  private static final String NEIGHBOUR = "2001:db8:1:2:ffff::2";
  private static final String GUESS = "Bearer " + Tokens.good().hs256(new byte[32]);

  private final Gate gate = Gate.withSecret();

  @Test
  void aNetworkThatKeepsGuessingIsTold() {
    guess(20);
    assertThat(gate.reason()).isEqualTo("signature-mismatch");

    guess(1);
    assertThat(gate.reason()).isEqualTo("too-many-failures");
  }

  @Test
  void theWholeNetworkCountsAndNoOther() {
    guess(20);

    gate.authorization(GUESS, "2001:db8:1:3::1");
    assertThat(gate.reason()).isEqualTo("signature-mismatch");
    gate.authorization(GUESS, NEIGHBOUR);
    assertThat(gate.reason()).isEqualTo("too-many-failures");
  }

  @Test
  void aGoodTokenPassesFromTheWorstNetworkAndClearsIt() {
    guess(100);

    assertThat(gate.authorization("Bearer " + Tokens.good().hs256(), NEIGHBOUR)).contains("true");
    guess(1);
    assertThat(gate.reason()).isEqualTo("signature-mismatch");
  }

  @Test
  void timeForgives() {
    guess(21);
    gate.clock.advance(Duration.ofSeconds(3));

    guess(1);
    assertThat(gate.reason()).isEqualTo("signature-mismatch");
  }

  @Test
  void anExpiredTokenIsNoGuess() {
    var expired = "Bearer " + Tokens.good().claim("exp", 0).hs256();

    IntStream.range(0, 50).forEach(_ -> gate.authorization(expired, ATTACKER));

    assertThat(gate.reason()).isEqualTo("expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"requestContext\":7}", "{\"requestContext\":{\"http\":[]}}"})
  void eventsWithoutAnAddressShareOneNetwork(String event) {
    IntStream.range(0, 21).forEach(_ -> gate.event(event));

    assertThat(gate.reason()).isEqualTo("too-many-failures");
  }

  private void guess(int times) {
    IntStream.range(0, times).forEach(_ -> gate.authorization(GUESS, ATTACKER));
  }
}
