package gantry.emergency;

/** How far a restriction goes. */
public enum Level {
  /** Nothing is restricted. */
  OFF,
  /** What only reads goes on. */
  READ_ONLY,
  /** Nothing goes on. */
  CLOSED;

  boolean stops(String method) {
    return switch (this) {
      case OFF -> false;
      case READ_ONLY -> !method.equals("GET") && !method.equals("HEAD");
      case CLOSED -> true;
    };
  }
}
