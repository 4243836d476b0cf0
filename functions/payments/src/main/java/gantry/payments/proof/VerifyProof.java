package gantry.payments.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.chains.Address;
import gantry.chains.Base58;
import gantry.chains.EvmAddress;
import gantry.chains.Keccak256;
import gantry.chains.SolanaAddress;
import gantry.chains.TronAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whether an account's key signed a text, as wallets sign messages. Contracts cannot sign so. */
public final class VerifyProof {
  private static final Pattern RECOVERABLE = Pattern.compile("(?:0x)?([0-9a-fA-F]{130})");
  private static final HexFormat HEX = HexFormat.of();

  /** The frame of an Ed25519 key as the JDK reads it. */
  private static final byte[] ED25519 = HEX.parseHex("302a300506032b6570032100");

  private VerifyProof() {}

  /** EIP-191, TRON's signMessageV2 (both 65 bytes in hexadecimal), or Ed25519 in base58. */
  public static boolean isSignedBy(Address address, String text, String signature) {
    return switch (address) {
      case EvmAddress evm -> isSigner("Ethereum", text, signature, evm.bytes());
      case TronAddress tron -> isSigner("TRON", text, signature, tron.bytes());
      case SolanaAddress solana ->
          Base58.decode(signature).filter(it -> isSigner(solana, text, it)).isPresent();
    };
  }

  private static boolean isSigner(String chain, String text, String signature, byte[] account) {
    var digits = RECOVERABLE.matcher(signature);
    if (!digits.matches()) {
      return false;
    }
    return Secp256k1.signer(framed(chain, text), HEX.parseHex(digits.group(1)))
        .filter(signer -> Arrays.equals(signer, account))
        .isPresent();
  }

  private static byte[] framed(String chain, String text) {
    var bytes = text.getBytes(UTF_8);
    var head = ("\u0019" + chain + " Signed Message:\n" + bytes.length).getBytes(UTF_8);
    var message = Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, message, head.length, bytes.length);
    return Keccak256.digest(message);
  }

  private static boolean isSigner(SolanaAddress address, String text, byte[] signature) {
    try {
      var key = Arrays.copyOf(ED25519, ED25519.length + SolanaAddress.BYTES);
      System.arraycopy(address.bytes(), 0, key, ED25519.length, SolanaAddress.BYTES);
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
      verifier.update(text.getBytes(UTF_8));
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false; // No point of the curve, or not 64 bytes.
    }
  }
}
