package gantry.local.function;

import gantry.local.function.InvocationOutcome.Failed;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A function's output, and the lines Lambda itself adds. */
public final class FunctionLog {
  private final String name;
  private final Output out;

  /** Where the lines of all functions go. */
  public interface Output {
    void line(String function, String text);

    /** Each line with its function's name before it. */
    static Output to(PrintStream out) {
      return (function, text) -> out.println("[" + function + "] " + text);
    }
  }

  FunctionLog(String name, Output out) {
    this.name = name;
    this.out = out;
  }

  record Report(
      Duration duration,
      @Nullable Duration init,
      int memoryMb,
      int memoryUsedMb,
      InvocationOutcome outcome) {}

  void line(String text) {
    out.line(name, text);
  }

  void start(String requestId) {
    line("START RequestId: " + requestId + " Version: $LATEST");
  }

  void end(String requestId, Report report) {
    if (report.outcome() instanceof Failed failed && failed.isTimeout()) {
      line(ErrorDocument.message(failed.payload()));
    }
    line("END RequestId: " + requestId);
    line(reportLine(requestId, report));
  }

  private static String reportLine(String requestId, Report report) {
    var init = report.init();
    var billed = report.duration().plus(init == null ? Duration.ZERO : init);
    return "REPORT RequestId: "
        + requestId
        + "\tDuration: "
        + millis(report.duration())
        + " ms\tBilled Duration: "
        + Math.ceilDiv(billed.toNanos(), 1_000_000)
        + " ms\tMemory Size: "
        + report.memoryMb()
        + " MB\tMax Memory Used: "
        + report.memoryUsedMb()
        + " MB"
        + (init == null ? "" : "\tInit Duration: " + millis(init) + " ms")
        + status(report.outcome());
  }

  private static String status(InvocationOutcome outcome) {
    if (!(outcome instanceof Failed failed)) {
      return "";
    }
    return failed.isTimeout()
        ? "\tStatus: timeout"
        : "\tStatus: error\tError Type: " + failed.type();
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
  }
}
