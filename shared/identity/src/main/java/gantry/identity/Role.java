package gantry.identity;

/** What a caller may do. */
public enum Role {
  /** Its own data. */
  USER,
  /** A back end of the tenant: the tenant's data. */
  SERVICE,
  /** An operator: everything. */
  ADMIN
}
