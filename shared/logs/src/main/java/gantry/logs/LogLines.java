package gantry.logs;

import gantry.lambda.JsonText;
import gantry.lambda.telemetry.Telemetry;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.slf4j.spi.MDCAdapter;

/** One JSON object per line: time, level, logger, message, the context and any stack trace. */
final class LogLines {
  /** What CloudWatch takes as one event is 256 KiB; what somebody reads is far less. */
  private static final int LONGEST_STACK_TRACE = 8_000;

  private static final int LONGEST_MESSAGE = 4_000;

  private final Supplier<PrintStream> out;
  private final Clock clock;
  private final MDCAdapter context;
  private final String function;

  LogLines(Supplier<PrintStream> out, Clock clock, MDCAdapter context, String function) {
    this.out = out;
    this.clock = clock;
    this.context = context;
    this.function = function;
  }

  void write(Level level, String logger, String message, @Nullable Throwable failure) {
    var line = new LinkedHashMap<String, String>();
    line.put("timestamp", clock.instant().toString());
    line.put("level", level.name());
    line.put("logger", logger);
    line.put("message", bounded(message, LONGEST_MESSAGE));
    if (!function.isEmpty()) {
      line.put("function", function);
    }
    var values = context.getCopyOfContextMap();
    if (values != null) {
      values.forEach(line::putIfAbsent);
    }
    if (failure != null && level == Level.ERROR) {
      Telemetry.ofProcess().failed(logger, failure);
    }
    if (failure != null) {
      line.put("stackTrace", bounded(stackTrace(failure), LONGEST_STACK_TRACE));
    }
    print(JsonText.object(line) + '\n');
  }

  /** One print of the whole line: Lambda ships each write of System.out as its own log event. */
  private void print(String line) {
    var stream = out.get();
    stream.print(line);
    stream.flush();
  }

  private static String stackTrace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String bounded(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
