package gantry.egress;

import java.math.BigInteger;
import java.net.InetAddress;

/** The addresses that share the first bits of one. */
record AddressRange(BigInteger network, int bits, int length) {
  /** As in {@code 10.0.0.0/8}. */
  static AddressRange of(String text) {
    var slash = text.indexOf('/');
    var address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
    var bits = Integer.parseInt(text.substring(slash + 1));
    return new AddressRange(prefix(address, bits), bits, address.length);
  }

  /** Addresses of the other family are in no range. */
  boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == length && prefix(bytes, bits).equals(network);
  }

  private static BigInteger prefix(byte[] address, int bits) {
    return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
  }
}
