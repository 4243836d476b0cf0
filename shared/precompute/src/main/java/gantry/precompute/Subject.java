package gantry.precompute;

/** A user of a tenant, whose own page it is. */
public record Subject(String tenant, String user) {
  /** Told apart whatever the names hold. */
  String key() {
    return tenant.length() + ":" + tenant + ":" + user;
  }
}
