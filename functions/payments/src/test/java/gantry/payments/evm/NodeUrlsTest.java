package gantry.payments.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gantry.chains.ChainId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeUrlsTest {
  @Test
  void nodesAreInTheOrderInWhichTheyAreWritten() {
    var urls = NodeUrls.read("{\"eip155:56\":[\"https://b.example\",\"https://a.example\"]}");

    assertThat(urls).containsOnlyKeys(ChainId.evm(56));
    assertThat(urls.get(ChainId.evm(56))).containsExactly("https://b.example", "https://a.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"ethereum\":[\"https://hidden.example\"]}",
        "{\"tron:mainnet\":[\"https://hidden.example\"]}",
        "{\"eip155:1\":\"https://hidden.example\"}",
        "{\"eip155:1\":[1]}"
      })
  void aMistakeIsToldWithoutTheAddresses(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeUrls.read(text))
        .withMessage("EVM_RPC_URLS has a mistake");
  }
}
