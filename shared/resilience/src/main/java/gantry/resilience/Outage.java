package gantry.resilience;

/** What the library counts: its measure is exceptions, ours are verdicts. */
final class Outage extends Exception {
  private static final long serialVersionUID = 1;

  Outage() {
    super("outage", null, false, false);
  }
}
