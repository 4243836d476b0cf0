package gantry.postgres;

import java.util.regex.Pattern;

/** What a statement's text tells, without what it was run with. */
final class SqlText {
  private static final Pattern READ =
      Pattern.compile(
          "\\s*(SELECT|SHOW|VALUES|EXPLAIN)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Quoted texts, also those with a backslash or in dollars, then numbers. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "[eE]?'(?:[^'\\\\]++|\\\\.|'')*+'?|\\$(\\w*)\\$.*?(?:\\$\\1\\$|$)|(?<![\\w$.])\\d[\\w.]*",
          Pattern.DOTALL);

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int LONGEST = 1000;

  private SqlText() {}

  /** Whether it surely changes nothing; a function that writes belongs in a transaction. */
  static boolean isRead(String sql) {
    return READ.matcher(sql).matches();
  }

  /** One line without any literal: a text that may stand in a log. */
  static String normalised(String sql) {
    var beginning = sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST);
    var bare = LITERAL.matcher(beginning).replaceAll("?");
    return SPACE.matcher(bare).replaceAll(" ").strip();
  }
}
