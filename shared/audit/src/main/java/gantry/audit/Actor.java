package gantry.audit;

/** Who did it: a user of a tenant, or a part of the system in tenant "". */
public record Actor(String tenant, String id) {
  /** One of our own functions, acting by itself. */
  public static Actor system(String name) {
    return new Actor("", name);
  }
}
