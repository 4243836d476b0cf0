package gantry.chains;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;

class CodecTest {
  @Property
  void keccakIsThatOfWeb3j(@ForAll @Size(max = 300) byte[] message) {
    assertThat(Keccak256.digest(message)).isEqualTo(Hash.sha3(message));
  }

  @Test
  void keccakPadsWholeBlocks() {
    for (var length : new int[] {0, 135, 136, 137, 271, 272, 273}) {
      var message = new byte[length];
      assertThat(Keccak256.digest(message)).isEqualTo(Hash.sha3(message));
    }
  }

  @Property
  void base58IsThatOfBitcoinj(@ForAll @Size(max = 80) byte[] bytes) {
    var text = Base58.encode(bytes);

    assertThat(text).isEqualTo(org.bitcoinj.base.Base58.encode(bytes));
    assertThat(Base58.decode(text)).contains(bytes);
  }

  @Test
  void leadingZerosAreKept() {
    assertThat(Base58.decode("1112")).contains(new byte[] {0, 0, 0, 1});
    assertThat(Base58.decode("")).contains(new byte[0]);
  }

  @Test
  void foreignAndEndlessTextIsNoBase58() {
    assertThat(Base58.decode("0OIl")).isEmpty();
    assertThat(Base58.decode("1".repeat(181))).isEmpty();
  }
}
