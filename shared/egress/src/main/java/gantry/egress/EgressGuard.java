package gantry.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    record Allowed(PublicUrl url, List<InetAddress> addresses) implements Verdict {
      public Allowed {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() || !addresses.stream().allMatch(PublicAddresses::includes)) {
          throw new IllegalArgumentException("Not public");
        }
      }
    }

    /** An origin of our own, wherever it is. */
    record Own(URI uri, List<InetAddress> addresses) implements Verdict {
      public Own {
        addresses = List.copyOf(addresses);
      }
    }

    record Refused(Refusal refusal) implements Verdict {}
  }

  /** Resolves the host once; one address that is not public refuses them all. */
  public Verdict check(String url) {
    if (isOwn(url)) {
      return own(URI.create(url));
    }
    var refusal = PublicUrl.refusal(url);
    return refusal.isPresent()
        ? new Verdict.Refused(refusal.get())
        : resolved(new PublicUrl(URI.create(url)));
  }

  /** The origin ends where the path begins, or "http://chat.internal" would let in more. */
  private boolean isOwn(String url) {
    return origins.stream().anyMatch(origin -> !origin.isBlank() && url.startsWith(origin + "/"));
  }

  private Verdict own(URI uri) {
    try {
      return new Verdict.Own(uri, List.of(resolver.addresses(uri.getHost())));
    } catch (UnknownHostException _) {
      return new Verdict.Refused(Refusal.UNRESOLVED);
    }
  }

  private Verdict resolved(PublicUrl url) {
    try {
      var addresses = Stream.of(resolver.addresses(url.host())).toList();
      return !addresses.isEmpty() && addresses.stream().allMatch(PublicAddresses::includes)
          ? new Verdict.Allowed(url, addresses)
          : new Verdict.Refused(Refusal.ADDRESS);
    } catch (UnknownHostException _) {
      return new Verdict.Refused(Refusal.UNRESOLVED);
    }
  }
}
