package gantry.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Decides whether a URL may be called, and at which addresses. */
public final class EgressGuard {
  private final HostResolver resolver;
  private final Set<String> origins;

  public EgressGuard(HostResolver resolver) {
    this(resolver, Set.of());
  }

  private EgressGuard(HostResolver resolver, Set<String> origins) {
    this.resolver = resolver;
    this.origins = Set.copyOf(origins);
  }

  /** Guards with this machine's resolver. */
  public static EgressGuard ofSystem() {
    return new EgressGuard(InetAddress::getAllByName);
  }

  /**
   * Lets calls to these origins, such as {@code http://chat.internal:8065}, pass as well. Only for
   * URLs that an operator configured: a stranger's URL must never meet such a guard.
   */
  public EgressGuard alsoTo(Set<String> own) {
    return new EgressGuard(resolver, own);
  }

  /** What the guard says about a URL. */
  public sealed interface Verdict {
    /** To be called at these addresses and nowhere else. */
    record Allowed(URI uri, List<InetAddress> addresses) implements Verdict {
      public Allowed {
        addresses = List.copyOf(addresses);
        if (uri.getHost() == null || addresses.isEmpty()) {
          throw new IllegalArgumentException("Nowhere to call");
        }
      }

      /** Without path and query: keys travel there. */
      @Override
      public String toString() {
        return "Allowed[" + uri.getHost() + "]";
      }
    }

    record Refused(Refusal refusal) implements Verdict {}
  }

  /** Resolves the host once; one address that is not public refuses them all. */
  public Verdict check(String url) {
    if (isOwn(url)) {
      return own(url);
    }
    var refusal = PublicUrl.refusal(url);
    return refusal.isPresent()
        ? new Verdict.Refused(refusal.get())
        : resolved(URI.create(url), PublicAddresses::includes);
  }

  /** The origin ends where the path begins, or "http://chat.internal" would let in more. */
  private boolean isOwn(String url) {
    return origins.stream().anyMatch(origin -> !origin.isBlank() && url.startsWith(origin + "/"));
  }

  /** What cannot be read is refused without its text: the path may be a secret. */
  private Verdict own(String url) {
    try {
      var uri = new URI(url);
      return uri.getHost() == null
          ? new Verdict.Refused(Refusal.ODD_AUTHORITY)
          : resolved(uri, _ -> true);
    } catch (URISyntaxException _) {
      return new Verdict.Refused(Refusal.MALFORMED);
    }
  }

  private Verdict resolved(URI uri, Predicate<InetAddress> fits) {
    try {
      var addresses = List.of(resolver.addresses(uri.getHost()));
      return !addresses.isEmpty() && addresses.stream().allMatch(fits)
          ? new Verdict.Allowed(uri, addresses)
          : new Verdict.Refused(Refusal.ADDRESS);
    } catch (UnknownHostException _) {
      return new Verdict.Refused(Refusal.UNRESOLVED);
    }
  }
}
