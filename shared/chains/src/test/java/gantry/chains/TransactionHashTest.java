package gantry.chains;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.ChainId.Family;
import java.util.HexFormat;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionHashTest {
  private static final String SIGNATURE =
      "5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m";
  private static final String HEX =
      "506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad07";

  @Property
  void allWritingsOfAHashAreOne(@ForAll @Size(32) byte[] bytes) {
    var lower = HexFormat.of().formatHex(bytes);
    var upper = lower.toUpperCase(Locale.ROOT);
    var expected = TransactionHash.parse(Family.EVM, lower);

    assertThat(TransactionHash.parse(Family.EVM, "0x" + upper)).isEqualTo(expected);
    assertThat(TransactionHash.parse(Family.EVM, "0X" + lower)).isEqualTo(expected);
    assertThat(TransactionHash.parse(Family.EVM, upper)).isEqualTo(expected);
  }

  @Test
  void eachChainHasItsOwnForm() {
    assertThat(TransactionHash.parse(Family.EVM, HEX)).hasToString("Optional[0x" + HEX + "]");
    assertThat(TransactionHash.parse(Family.TRON, "0x" + HEX)).hasToString("Optional[" + HEX + "]");
    assertThat(TransactionHash.parse(Family.SOLANA, SIGNATURE))
        .hasToString("Optional[" + SIGNATURE + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x",
        "506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad0",
        "506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad071",
        "506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dadО7",
        "506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad0\u200b7",
        "0000000000000000000000000000000000000000000000000000000000000000",
        SIGNATURE
      })
  void whatIsNotThirtyTwoBytesOfHexNamesNothing(String text) {
    assertThat(TransactionHash.parse(Family.EVM, text)).isEmpty();
    assertThat(TransactionHash.parse(Family.TRON, text)).isEmpty();
  }

  @Test
  void whatIsNotSixtyFourBytesOfBase58NamesNothing() {
    assertThat(TransactionHash.parse(Family.SOLANA, HEX)).isEmpty();
    assertThat(TransactionHash.parse(Family.SOLANA, SIGNATURE + "m")).isEmpty();
    assertThat(TransactionHash.parse(Family.SOLANA, "1".repeat(64))).isEmpty();
    assertThat(TransactionHash.parse(Family.SOLANA, "z".repeat(10_000))).isEmpty();
  }
}
