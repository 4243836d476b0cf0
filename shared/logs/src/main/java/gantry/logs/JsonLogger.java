package gantry.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Our own loggers write from INFO on, those of libraries from WARN on. */
final class JsonLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  private final transient LogLines lines;
  private final boolean own;

  JsonLogger(String name, LogLines lines) {
    this.name = name;
    this.lines = lines;
    this.own = name.startsWith("gantry.");
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return own;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    var message = MessageFormatter.basicArrayFormat(pattern, arguments);
    lines.write(level, name, message == null ? "" : message, failure);
  }
}
