package gantry.tokenscan.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.tokenscan.facts.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedTokensTest {
  private static final PinnedTokens PINNED = PinnedTokens.bundled();

  @Test
  void aTokenIsPinnedByChainAndAddressOnly() {
    var tether = "0xdac17f958d2ee523a2206206994597c13d831ec7";

    assertThat(PINNED.has(new Token("eip155:1", tether))).isTrue();
    assertThat(PINNED.has(new Token("eip155:56", tether))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USDT",
        "usdt",
        "$USDT",
        "U\u0405D\u0422", // Cyrillic
        "\uff35\uff33\uff24\uff34", // full width
        "US\u200bDT", // zero-width space
        "USD\u20ae", // tugrik sign
        "U S D T",
        "U\u0338SDT", // overlaid
        "\u202eUSDT", // right to left
        "\ud835\udc14\ud835\udc12\ud835\udc03\ud835\udc13" // mathematical bold
      })
  void whatLooksLikeTetherImitatesIt(String symbol) {
    assertThat(PINNED.imitatedBy(symbol)).contains("USDT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WBlT\u0441", "D\u0410I", "DAl", "U5DC", "\u0455t\u0395TH"})
  void othersAreImitatedToo(String symbol) {
    var isReal = symbol.startsWith("D") || symbol.endsWith("TH");

    assertThat(PINNED.imitatedBy(symbol).isPresent()).isEqualTo(isReal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "PEPE", "USD", "TETHER", "USDTX", "EXM", "\u0301"})
  void anotherNameImitatesNobody(String symbol) {
    assertThat(PINNED.imitatedBy(symbol)).isEmpty();
  }
}
