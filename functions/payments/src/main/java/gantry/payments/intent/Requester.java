package gantry.payments.intent;

/** Who asks, and whether it is a back end of the tenant. */
public record Requester(String tenant, String userId, Role role) {
  /** The highest that it has. */
  public enum Role {
    USER,
    SERVICE,
    ADMIN
  }

  /** An operator may do what a back end may. */
  boolean statesTerms() {
    return role != Role.USER;
  }

  /** What is another user's, or another tenant's, does not exist for the caller. */
  public boolean maySee(Owner owner) {
    return switch (role) {
      case USER -> owner.equals(new Owner(tenant, userId));
      case SERVICE -> owner.tenant().equals(tenant);
      case ADMIN -> true;
    };
  }
}
