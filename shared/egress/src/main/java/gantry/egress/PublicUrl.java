package gantry.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A URL that a user gave and that is fit to be called. Odd forms are refused, never repaired: where
 * two parsers differ, one of them can be deceived.
 */
public record PublicUrl(URI uri) {
  private static final int MAX_LENGTH = 2_048;
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
  private static final Set<Integer> PORTS = Set.of(-1, 443, 8443);

  public PublicUrl {
    if (refusal(uri.toString()).isPresent()) {
      throw new IllegalArgumentException("Not a public URL");
    }
  }

  /** What is wrong with the text; empty when it is a fit URL. */
  public static Optional<Refusal> refusal(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.of(Refusal.TOO_LONG);
    }
    if (!PRINTABLE.matcher(text).matches()) {
      return Optional.of(Refusal.MALFORMED);
    }
    try {
      return refusal(new URI(text));
    } catch (URISyntaxException _) {
      return Optional.of(Refusal.MALFORMED);
    }
  }

  public String host() {
    return uri.getHost();
  }

  private static Optional<Refusal> refusal(URI uri) {
    if (!"https".equals(uri.getScheme())) {
      return Optional.of(Refusal.SCHEME);
    }
    if (uri.getHost() == null || uri.getRawFragment() != null || !isPlain(uri)) {
      return Optional.of(Refusal.ODD_AUTHORITY);
    }
    if (!HostNames.isPublic(uri.getHost())) {
      return Optional.of(Refusal.HOST);
    }
    return PORTS.contains(uri.getPort()) ? Optional.empty() : Optional.of(Refusal.PORT);
  }

  /** The authority is the host and its port, written as everyone writes them. */
  private static boolean isPlain(URI uri) {
    var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
    return (uri.getHost() + port).equals(uri.getRawAuthority());
  }

  /** Without path and query: keys travel there. */
  @Override
  public String toString() {
    return "PublicUrl[" + uri.getHost() + "]";
  }
}
