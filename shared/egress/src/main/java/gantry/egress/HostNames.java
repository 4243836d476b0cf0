package gantry.egress;

import java.util.Set;
import java.util.regex.Pattern;

/** Domain names that may lead to a public server. */
final class HostNames {
  private static final int MAX_LENGTH = 253;

  // The last label has no digits first, so that no form of an IPv4 address is a name.
  private static final Pattern CANONICAL =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

  /** RFC 6761 and its kin, and what private networks call themselves. */
  private static final Set<String> PRIVATE =
      Set.of(
          "alt",
          "arpa",
          "corp",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "onion",
          "private",
          "test",
          "example");

  private HostNames() {}

  static boolean isPublic(String host) {
    return host.length() <= MAX_LENGTH
        && CANONICAL.matcher(host).matches()
        && !PRIVATE.contains(host.substring(host.lastIndexOf('.') + 1));
  }
}
