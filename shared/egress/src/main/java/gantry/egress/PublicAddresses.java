package gantry.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses of public servers. InetAddress's own predicates miss most special ranges, so that the
 * registries of IANA are listed here.
 */
final class PublicAddresses {
  private static final List<AddressRange> NOT_PUBLIC_V4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT; Alibaba's metadata
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure's platform
          "169.254.0.0/16", // link local, metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; Oracle's metadata
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** All else is loopback, mapped or translated IPv4, unique local, link local, multicast. */
  private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");

  private static final List<AddressRange> NOT_PUBLIC_V6 =
      ranges(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  static boolean includes(InetAddress address) {
    return address instanceof Inet4Address
        ? isOutside(NOT_PUBLIC_V4, address)
        : GLOBAL_V6.contains(address) && isOutside(NOT_PUBLIC_V6, address);
  }

  private static boolean isOutside(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::of).toList();
  }
}
