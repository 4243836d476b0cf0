package gantry.lambda;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** A block of IPv4 or IPv6 addresses in CIDR notation; a bare address is a block of one. */
public record AddressBlock(InetAddress first, int prefix) {
  private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

  /** Throws for what is not exactly a block: a name, an odd form, bits set behind the prefix. */
  public static AddressBlock parse(String text) {
    var slash = text.indexOf('/');
    var first = address(slash < 0 ? text : text.substring(0, slash));
    var block =
        new AddressBlock(first, slash < 0 ? bits(first) : prefix(text.substring(slash + 1)));
    if (block.prefix > bits(first) || !block.startsWithItsFirst()) {
      throw new IllegalArgumentException("No block of addresses: " + text);
    }
    return block;
  }

  /** Whether the address lies in the block; one of the other family never does. */
  public boolean contains(InetAddress address) {
    return bits(address) == bits(first) && network(address).equals(network(first));
  }

  /** "010.1" would be read as some address too; only the usual form is. */
  private static InetAddress address(String literal) {
    var address = InetAddress.ofLiteral(literal);
    if (address instanceof Inet4Address && !address.getHostAddress().equals(literal)) {
      throw new IllegalArgumentException("No plain address: " + literal);
    }
    return address;
  }

  private static int prefix(String digits) {
    if (!PREFIX.matcher(digits).matches()) {
      throw new IllegalArgumentException("No length of a prefix: " + digits);
    }
    return Integer.parseInt(digits);
  }

  private boolean startsWithItsFirst() {
    return network(first).shiftLeft(bits(first) - prefix).equals(number(first));
  }

  private BigInteger network(InetAddress address) {
    return number(address).shiftRight(bits(address) - prefix);
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }
}
