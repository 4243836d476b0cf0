package gantry.lambda;

import java.util.regex.Pattern;

/**
 * What may be the id of a user or a tenant, in tokens and wherever else one is named: 1 to 200
 * printable characters of any script, short enough for a key and a column.
 */
public final class Identifier {
  public static final String FORM = "[^\\p{C}\\p{Z}]([^\\p{C}]{0,198}[^\\p{C}\\p{Z}])?";

  /** Characters of most scripts are one of Java's, those of some are two. */
  public static final int MAX_LENGTH = 400;

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private Identifier() {}

  public static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches();
  }
}
