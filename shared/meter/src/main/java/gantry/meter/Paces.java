package gantry.meter;

/** Makes paces: of this process alone, or one for all processes. */
@FunctionalInterface
public interface Paces {
  /** The pace of so many calls to the server of this name. */
  Pace of(String name, Quota quota);
}
