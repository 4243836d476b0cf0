package gantry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** X-Ray's name for all that one request sets off, within AWS. */
final class Trace {
  /** The log field that carries it. */
  static final String KEY = "traceId";

  private static final String OF_PROCESS = "com.amazonaws.xray.traceHeader";

  /** A caller may have made it up, in a header of its own. */
  private static final Pattern ROOT =
      Pattern.compile("(?:^|;) *Root=(1-[0-9a-f]{8}-[0-9a-f]{24}) *(?:;|$)");

  private Trace() {}

  /** The invocation's trace id, if the runtime names a well-formed one. */
  static Optional<String> id(Context context) {
    return Optional.ofNullable(header(context))
        .map(ROOT::matcher)
        .filter(Matcher::find)
        .map(root -> root.group(1));
  }

  /**
   * The runtime sets the property when it has one event at a time, and leaves it alone when it has
   * several. Only a runtime that can have several is sure to know the context's method.
   */
  private static @Nullable String header(Context context) {
    var ofProcess = System.getProperty(OF_PROCESS);
    return ofProcess == null ? context.getXrayTraceId() : ofProcess;
  }
}
