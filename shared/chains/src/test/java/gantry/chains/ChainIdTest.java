package gantry.chains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"eip155:1", "eip155:8453", "solana:mainnet", "tron:mainnet"})
  void aNameIsReadAndWrittenAlike(String name) {
    assertThat(ChainId.parse(name)).map(ChainId::toString).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eip155:",
        "eip155:0",
        "eip155:01",
        "eip155:-1",
        "eip155:1 ",
        "EIP155:1",
        "eip155:１",
        "eip155:1234567890123456789",
        "solana:devnet",
        "tron:nile",
        "solana",
        "bip122:1"
      })
  void anythingElseIsNoChain(String name) {
    assertThat(ChainId.parse(name)).isEmpty();
  }
}
