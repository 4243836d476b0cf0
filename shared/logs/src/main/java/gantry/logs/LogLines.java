package gantry.logs;

import gantry.lambda.JsonText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.slf4j.spi.MDCAdapter;

/** One JSON object per line: time, level, logger, message, the context and any stack trace. */
final class LogLines {
  private final PrintStream out;
  private final Clock clock;
  private final MDCAdapter context;

  LogLines(PrintStream out, Clock clock, MDCAdapter context) {
    this.out = out;
    this.clock = clock;
    this.context = context;
  }

  void write(Level level, String logger, String message, @Nullable Throwable failure) {
    var line = new LinkedHashMap<String, String>();
    line.put("timestamp", clock.instant().toString());
    line.put("level", level.name());
    line.put("logger", logger);
    line.put("message", message);
    var values = context.getCopyOfContextMap();
    if (values != null) {
      values.forEach(line::putIfAbsent);
    }
    if (failure != null) {
      line.put("stackTrace", stackTrace(failure));
    }
    // One print of the whole line: Lambda ships each write of System.out as its own log event.
    out.print(JsonText.object(line) + '\n');
    out.flush();
  }

  private static String stackTrace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
