package gantry.lambda;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request came from, as the gateway saw it or as the proven edge said it. */
public record ClientAddress(InetAddress address) {
  /** Reads a literal; empty for anything else. An IPv4 address inside IPv6 is that IPv4 address. */
  public static Optional<ClientAddress> parse(@Nullable String literal) {
    try {
      return Optional.ofNullable(literal).map(InetAddress::ofLiteral).map(ClientAddress::new);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
