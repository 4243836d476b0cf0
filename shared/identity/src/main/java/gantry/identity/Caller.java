package gantry.identity;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the authorizer signed it. A controller method takes it as an argument; a method
 * with one is open to every authenticated caller.
 */
public record Caller(String userId, String tenant, Set<Role> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whom the access filter let through; empty on a public route that nobody vouched for. */
  public static Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(CallerBinder.ATTRIBUTE, Caller.class);
  }

  /** Until when the authorizer vouches for the caller. */
  public static Optional<Instant> expiry(HttpRequest<?> request) {
    return AuthorizerContext.expiry(request);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
