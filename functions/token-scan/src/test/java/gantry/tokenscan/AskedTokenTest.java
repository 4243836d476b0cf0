package gantry.tokenscan;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.tokenscan.AskedToken.Known;
import gantry.tokenscan.AskedToken.OnSomeChain;
import gantry.tokenscan.AskedToken.Refusal;
import gantry.tokenscan.AskedToken.Refused;
import gantry.tokenscan.facts.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTokenTest {
  private static final String USDC = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
  private static final String TETHER = "0xdAC17F958D2ee523a2206206994597C13D831ec7";

  @Test
  void anEvmAddressWithoutChainIsOnSomeChain() {
    assertThat(AskedToken.of(TETHER, null))
        .isEqualTo(new OnSomeChain("0xdac17f958d2ee523a2206206994597c13d831ec7"));
  }

  @Test
  void aChainMakesItOneToken() {
    assertThat(AskedToken.of(TETHER, "eip155:1"))
        .isEqualTo(new Known(new Token("eip155:1", "0xdac17f958d2ee523a2206206994597c13d831ec7")));
  }

  @Test
  void aMintIsOnSolana() {
    var mint = new Known(new Token("solana:mainnet", USDC));

    assertThat(AskedToken.of(USDC, null)).isEqualTo(mint);
    assertThat(AskedToken.of(USDC, "solana:mainnet")).isEqualTo(mint);
  }

  @ParameterizedTest
  @CsvSource({
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, , CHAIN_NOT_SUPPORTED",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, tron:mainnet, CHAIN_NOT_SUPPORTED",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u, , INVALID_ADDRESS",
    "0xdac17f958d2ee523a2206206994597c13d831eg7, , INVALID_ADDRESS",
    "0xDAC17F958D2ee523a2206206994597C13D831ec7, , INVALID_ADDRESS",
    "0xdac17f958d2ee523a2206206994597c13d831ec, , INVALID_ADDRESS",
    "0xdac17f958d2ee523a2206206994597c13d831ec7, solana:mainnet, INVALID_ADDRESS",
    "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v, eip155:1, INVALID_ADDRESS",
    "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwy, , INVALID_ADDRESS",
    "usdt, , INVALID_ADDRESS",
    "0xdac17f958d2ee523a2206206994597c13d831ec7, ethereum, UNKNOWN_CHAIN",
    "0xdac17f958d2ee523a2206206994597c13d831ec7, eip155:01, UNKNOWN_CHAIN",
    "0xdac17f958d2ee523a2206206994597c13d831ec7, '', UNKNOWN_CHAIN"
  })
  void everythingElseIsRefused(String address, @Nullable String chain, Refusal why) {
    assertThat(AskedToken.of(address, chain)).isEqualTo(new Refused(why));
  }
}
