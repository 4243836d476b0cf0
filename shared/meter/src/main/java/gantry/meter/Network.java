package gantry.meter;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that one customer of a provider has to himself: a single IPv4 address, the first 64
 * bits of an IPv6 one. What is no address is a network of its own, the same for all.
 */
public record Network(String name) {
  private static final Network UNKNOWN = new Network("unknown");
  private static final int PREFIX_BYTES = 8;

  /** Of an address as the gateway wrote it down; names are never resolved. */
  public static Network of(String address) {
    try {
      return of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return UNKNOWN;
    }
  }

  private static Network of(InetAddress address) {
    return address instanceof Inet6Address
        ? new Network(HexFormat.of().formatHex(prefix(address)) + "/64")
        : new Network(address.getHostAddress());
  }

  private static byte[] prefix(InetAddress address) {
    return Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
  }
}
