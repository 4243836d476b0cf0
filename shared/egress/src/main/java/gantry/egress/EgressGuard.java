package gantry.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Decides whether a URL that a user gave may be called, and at which addresses. */
public final class EgressGuard {
  private final HostResolver resolver;

  public EgressGuard(HostResolver resolver) {
    this.resolver = resolver;
  }

  /** Guards with this machine's resolver. */
  public static EgressGuard ofSystem() {
    return new EgressGuard(InetAddress::getAllByName);
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

    record Refused(Refusal refusal) implements Verdict {}
  }

  /** Resolves the host once; one address that is not public refuses them all. */
  public Verdict check(String url) {
    var refusal = PublicUrl.refusal(url);
    return refusal.isPresent()
        ? new Verdict.Refused(refusal.get())
        : resolved(new PublicUrl(URI.create(url)));
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
