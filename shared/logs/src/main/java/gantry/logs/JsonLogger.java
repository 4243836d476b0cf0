package gantry.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes what its level lets through. */
final class JsonLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  private final transient LogLines lines;
  private final transient LogConfig config;

  JsonLogger(String name, LogLines lines, LogConfig config) {
    this.name = name;
    this.lines = lines;
    this.config = config;
  }

  @Override
  public boolean isTraceEnabled() {
    return config.writes(name, Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return config.writes(name, Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return config.writes(name, Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return config.writes(name, Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return config.writes(name, Level.ERROR);
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
