package gantry.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
    "2001:db8:1:2::1, 2001:DB8:1:2::2, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "203.0.113.7, ::ffff:203.0.113.7, true",
    "::1, 127.0.0.1, false"
  })
  void whoSharesANetwork(String one, String other, boolean same) {
    assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "example.org", "localhost", "1.2.3.4, 5.6.7.8", "300.1.1.1", "é"})
  void whatIsNoAddressIsOneUnknownNetwork(String text) {
    assertThat(Network.of(text)).isEqualTo(Network.of("nonsense"));
  }
}
