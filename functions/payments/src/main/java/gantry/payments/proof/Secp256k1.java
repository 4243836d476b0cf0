package gantry.payments.proof;

import gantry.chains.EvmAddress;
import gantry.chains.Keccak256;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out which account signed. Only ever sees public values, so that its time may tell them; the
 * JDK dropped the curve with version 16.
 */
final class Secp256k1 {
  private static final BigInteger P =
      new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);
  private static final BigInteger N =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
  private static final Point G =
      new Point(
          new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16),
          new BigInteger("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8", 16));
  private static final BigInteger SEVEN = BigInteger.valueOf(7);
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final int WORD = 32;
  private static final int SIGNATURE = 65;
  private static final int FIRST_V = 27;

  private Secp256k1() {}

  private record Point(BigInteger x, BigInteger y) {
    static final Point INFINITY = new Point(BigInteger.ZERO, BigInteger.ZERO);

    boolean isInfinity() {
      return equals(INFINITY);
    }
  }

  /** The last 20 bytes of the key's hash; empty when it is no signature of anybody. */
  static Optional<byte[]> signer(byte[] hash, byte[] signature) {
    if (signature.length != SIGNATURE) {
      return Optional.empty();
    }
    var r = new BigInteger(1, Arrays.copyOf(signature, WORD));
    var s = new BigInteger(1, Arrays.copyOfRange(signature, WORD, 2 * WORD));
    var v = signature[2 * WORD] & 0xff;
    var parity = v >= FIRST_V ? v - FIRST_V : v;
    // The upper half of s is the same signature written in another way.
    var isPlain = r.signum() > 0 && r.compareTo(N) < 0 && s.signum() > 0;
    if (!isPlain || s.compareTo(N.shiftRight(1)) > 0 || parity > 1) {
      return Optional.empty();
    }
    return point(r, parity)
        .map(point -> key(point, r, s, new BigInteger(1, hash)))
        .filter(key -> !key.isInfinity())
        .map(Secp256k1::account);
  }

  private static Optional<Point> point(BigInteger x, int parity) {
    var square = x.modPow(THREE, P).add(SEVEN).mod(P);
    var root = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    if (!root.multiply(root).mod(P).equals(square)) {
      return Optional.empty();
    }
    return Optional.of(new Point(x, root.testBit(0) == (parity == 1) ? root : P.subtract(root)));
  }

  private static Point key(Point point, BigInteger r, BigInteger s, BigInteger hash) {
    var inverse = r.modInverse(N);
    var ofHash = hash.negate().multiply(inverse).mod(N);
    var ofPoint = s.multiply(inverse).mod(N);
    return add(multiply(G, ofHash), multiply(point, ofPoint));
  }

  private static byte[] account(Point key) {
    var bytes = new byte[2 * WORD];
    copy(key.x(), bytes, 0);
    copy(key.y(), bytes, WORD);
    var hash = Keccak256.digest(bytes);
    return Arrays.copyOfRange(hash, WORD - EvmAddress.BYTES, WORD);
  }

  private static void copy(BigInteger number, byte[] to, int at) {
    var bytes = number.toByteArray();
    var length = Math.min(WORD, bytes.length);
    System.arraycopy(bytes, bytes.length - length, to, at + WORD - length, length);
  }

  private static Point multiply(Point point, BigInteger by) {
    var result = Point.INFINITY;
    for (var bit = by.bitLength() - 1; bit >= 0; bit--) {
      result = add(result, result);
      if (by.testBit(bit)) {
        result = add(result, point);
      }
    }
    return result;
  }

  private static Point add(Point one, Point other) {
    if (one.isInfinity() || other.isInfinity()) {
      return one.isInfinity() ? other : one;
    }
    if (one.x().equals(other.x()) && !one.y().equals(other.y())) {
      return Point.INFINITY;
    }
    var slope = slope(one, other);
    var x = slope.multiply(slope).subtract(one.x()).subtract(other.x()).mod(P);
    return new Point(x, slope.multiply(one.x().subtract(x)).subtract(one.y()).mod(P));
  }

  private static BigInteger slope(Point one, Point other) {
    if (one.equals(other)) {
      var rise = one.x().multiply(one.x()).multiply(THREE);
      return rise.multiply(one.y().shiftLeft(1).modInverse(P)).mod(P);
    }
    var rise = other.y().subtract(one.y());
    return rise.multiply(other.x().subtract(one.x()).mod(P).modInverse(P)).mod(P);
  }
}
