package gantry.chains;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.ChainId.Family;
import java.util.HexFormat;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Base58;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Keys;

class AddressTest {
  private static final String USDT = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
  private static final String TRON_USDT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

  @Property
  void evmAddressesShowTheChecksumOfWeb3j(@ForAll @Size(EvmAddress.BYTES) byte[] bytes) {
    var address = EvmAddress.ofBytes(bytes);

    assertThat(address.display()).isEqualTo(Keys.toChecksumAddress(address.value()));
    assertThat(EvmAddress.parse(address.display())).contains(address);
    assertThat(address.bytes()).isEqualTo(bytes);
  }

  @Property
  void tronAddressesAreThoseOfBitcoinj(@ForAll @Size(EvmAddress.BYTES) byte[] bytes) {
    var address = TronAddress.ofBytes(bytes);

    assertThat(address.value()).isEqualTo(Base58.encodeChecked(0x41, bytes));
    assertThat(TronAddress.parse(address.value())).contains(address);
    assertThat(address.bytes()).isEqualTo(bytes);
  }

  @Property
  void solanaAddressesKeepTheirBytes(@ForAll @Size(SolanaAddress.BYTES) byte[] bytes) {
    var text = Base58.encode(bytes);

    assertThat(SolanaAddress.parse(text).orElseThrow().bytes()).isEqualTo(bytes);
  }

  @Test
  void oneCaseNeedsNoChecksum() {
    var digits = USDT.substring(2);
    var expected = EvmAddress.parse(USDT);

    assertThat(EvmAddress.parse("0x" + digits.toLowerCase(Locale.ROOT))).isEqualTo(expected);
    assertThat(EvmAddress.parse("0X" + digits.toUpperCase(Locale.ROOT))).isEqualTo(expected);
  }

  @Test
  void tronsBytesAreThoseOfItsLogs() {
    var bytes = HexFormat.of().parseHex("a614f803b6fd780986a42c78ec9c7f77e6ded13c");

    assertThat(TronAddress.ofBytes(bytes)).hasToString(TRON_USDT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0xdac17F958D2ee523a2206206994597C13D831ec7",
        "dAC17F958D2ee523a2206206994597C13D831ec7",
        "0xdAC17F958D2ee523a2206206994597C13D831ec",
        "0xdAC17F958D2ee523a2206206994597C13D831ec7 ",
        "0xdAC17F958D2ee523a2206206994597C13D831ec٧",
        TRON_USDT
      })
  void aBrokenEvmAddressIsNone(String text) {
    assertThat(Address.parse(Family.EVM, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T",
        "tR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6",
        "41a614f803b6fd780986a42c78ec9c7f77e6ded13c",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        ""
      })
  void aBrokenTronAddressIsNone(String text) {
    assertThat(Address.parse(Family.TRON, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1l0",
        "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v1",
        ""
      })
  void aBrokenSolanaAddressIsNone(String text) {
    assertThat(Address.parse(Family.SOLANA, text)).isEmpty();
  }
}
