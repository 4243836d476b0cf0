package gantry.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderRequestTest {
  private static final ProviderSettings SETTINGS =
      ProviderSettings.of("chain", "https://node.example/rpc?net=main");

  @Test
  void whatComesFromUsersStaysInItsPlace() {
    var request =
        ProviderRequest.get("tokens", "a/../b?x#y").query("address", "0x1&module=admin+1");

    assertThat(request.toHttp(SETTINGS).uri())
        .hasToString(
            "https://node.example/rpc/tokens/a%2F..%2Fb%3Fx%23y"
                + "?net=main&address=0x1%26module%3Dadmin%2B1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void aSegmentDoesNotClimb(String segment) {
    assertThatIllegalArgumentException().isThrownBy(() -> ProviderRequest.get("a", segment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "ftp://api.example.com",
        "https:/nohost",
        "https://a b",
        "http://127.0.0.1.example.com",
        "https://api.example.com/#x"
      })
  void aBaseUrlWithoutTlsIsRefusedButOnThisMachine(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProviderSettings.of("chain", url))
        .withMessageNotContaining("example");
    assertThat(ProviderSettings.of("chain", "http://127.0.0.1:1/x").baseUrl()).hasPort(1);
  }

  @Test
  void nothingWithAKeyIsPrinted() {
    var request = ProviderRequest.get("x").query("apikey", "k3y").header("Authorization", "k3y");

    assertThat(request + " " + SETTINGS).doesNotContain("k3y").doesNotContain("node.example");
  }
}
