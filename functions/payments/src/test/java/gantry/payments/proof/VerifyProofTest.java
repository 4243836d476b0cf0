package gantry.payments.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.Base58;
import gantry.chains.EvmAddress;
import gantry.chains.SolanaAddress;
import gantry.chains.TronAddress;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;
import org.web3j.crypto.Sign.SignatureData;

class VerifyProofTest {
  private static final String TEXT = "I pay this intent from my account.";

  @Property(tries = 40)
  void whatWeb3jSignsIsSigned(
      @ForAll @Size(32) byte[] key, @ForAll @StringLength(max = 200) String text) {
    key[0] = 1;
    var wallet = Credentials.create(ECKeyPair.create(key));
    var address = EvmAddress.parse(wallet.getAddress()).orElseThrow();
    var signature = hex(Sign.signPrefixedMessage(text.getBytes(UTF_8), wallet.getEcKeyPair()));

    assertThat(VerifyProof.isSignedBy(address, text, signature)).isTrue();
    assertThat(VerifyProof.isSignedBy(address, text + " ", signature)).isFalse();
  }

  @Test
  void tronsFrameIsItsOwn() {
    var pair = ECKeyPair.create(BigInteger.valueOf(4711));
    var address =
        TronAddress.ofBytes(
            EvmAddress.parse(Credentials.create(pair).getAddress()).orElseThrow().bytes());
    var framed = ("\u0019TRON Signed Message:\n" + TEXT.length() + TEXT).getBytes(UTF_8);
    var signature = hex(Sign.signMessage(Hash.sha3(framed), pair, false));

    assertThat(VerifyProof.isSignedBy(address, TEXT, signature)).isTrue();
    var ethereum = hex(Sign.signPrefixedMessage(TEXT.getBytes(UTF_8), pair));
    assertThat(VerifyProof.isSignedBy(address, TEXT, ethereum)).isFalse();
  }

  @Test
  void solanasKeySignsTheTextItself() throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var encoded = pair.getPublic().getEncoded();
    var key = Arrays.copyOfRange(encoded, encoded.length - SolanaAddress.BYTES, encoded.length);
    var address = SolanaAddress.parse(Base58.encode(key)).orElseThrow();
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(TEXT.getBytes(UTF_8));
    var signature = Base58.encode(signer.sign());

    assertThat(VerifyProof.isSignedBy(address, TEXT, signature)).isTrue();
    assertThat(VerifyProof.isSignedBy(address, TEXT + "!", signature)).isFalse();
    assertThat(VerifyProof.isSignedBy(address, TEXT, "abc")).isFalse();
  }

  @Test
  void theOtherHalfOfASignatureIsNone() {
    var pair = ECKeyPair.create(BigInteger.valueOf(4711));
    var address = EvmAddress.parse(Credentials.create(pair).getAddress()).orElseThrow();
    var signed = Sign.signPrefixedMessage(TEXT.getBytes(UTF_8), pair);
    var order =
        new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    var high = order.subtract(new BigInteger(1, signed.getS()));
    var other =
        "%064x%064x%02x".formatted(new BigInteger(1, signed.getR()), high, signed.getV()[0] ^ 7);

    assertThat(VerifyProof.isSignedBy(address, TEXT, other)).isFalse();
    assertThat(VerifyProof.isSignedBy(address, TEXT, "0x" + "00".repeat(65))).isFalse();
    assertThat(VerifyProof.isSignedBy(address, TEXT, "zz")).isFalse();
  }

  private static String hex(SignatureData data) {
    var hex = HexFormat.of();
    return hex.formatHex(data.getR()) + hex.formatHex(data.getS()) + hex.formatHex(data.getV());
  }
}
