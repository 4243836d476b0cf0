package gantry.postgres;

import java.util.regex.Pattern;

/**
 * How far a write has come in the primary's log. Whoever shows it to {@link Reads} sees that write,
 * also on a replica.
 */
public record Position(String lsn) {
  private static final Pattern LSN = Pattern.compile("[0-9A-F]{1,8}/[0-9A-F]{1,8}");

  public Position {
    if (!LSN.matcher(lsn).matches()) {
      throw new IllegalArgumentException("It is no position in the log");
    }
  }
}
