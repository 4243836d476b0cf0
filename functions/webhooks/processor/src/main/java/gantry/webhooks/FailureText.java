package gantry.webhooks;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be kept of an exception: classes, SQL states and our own line; messages may quote. */
final class FailureText {
  private static final int MAX_CAUSES = 5;

  private FailureText() {}

  static String of(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
            .limit(MAX_CAUSES)
            .map(FailureText::name)
            .collect(Collectors.joining(" < "))
        + place(thrown);
  }

  private static String name(Throwable thrown) {
    var name = thrown.getClass().getSimpleName();
    return thrown instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
  }

  /** Generated classes have no lines. */
  private static String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("gantry.") && frame.getLineNumber() > 0)
        .findFirst()
        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
