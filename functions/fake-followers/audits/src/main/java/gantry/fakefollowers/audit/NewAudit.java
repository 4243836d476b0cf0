package gantry.fakefollowers.audit;

/** Whose audience is to be looked at, and whether more parts of it will follow. */
public record NewAudit(String creator, String platform, Then then) {
  /** What follows the first part. */
  public enum Then {
    MORE_PARTS,
    NOTHING
  }
}
