package gantry.identity;

import java.util.Set;

/**
 * Who calls, as the authorizer signed it. A controller method takes it as an argument; a method
 * with one is open to every authenticated caller.
 */
public record Caller(String userId, String tenant, Set<Role> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
