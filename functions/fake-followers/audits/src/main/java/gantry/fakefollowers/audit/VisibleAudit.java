package gantry.fakefollowers.audit;

/** An audit that its caller may see. */
public final class VisibleAudit {
  private final StoredAudit stored;

  VisibleAudit(StoredAudit stored) {
    this.stored = stored;
  }

  StoredAudit stored() {
    return stored;
  }
}
