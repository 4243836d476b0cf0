package gantry.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import gantry.lambda.telemetry.Telemetry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The Lambda invocation this thread works on. It copies what it needs: a kept {@link Context} per
 * invocation is what makes the stock handlers slow.
 */
public final class Invocation {
  /** The log field with Lambda's own request id. */
  public static final String KEY = "invocationId";

  // One handler object serves up to AWS_LAMBDA_MAX_CONCURRENCY threads; each has its own.
  private static final ThreadLocal<@Nullable Invocation> CURRENT = new ThreadLocal<>();

  private final String id;
  private final long deadline;

  private Invocation(String id, long deadline) {
    this.id = id;
    this.deadline = deadline;
  }

  /** Starts an invocation on this thread and forgets whatever the thread worked on before. */
  public static void begin(Context context) {
    end();
    var left = Duration.ofMillis(context.getRemainingTimeInMillis());
    var id = String.valueOf(context.getAwsRequestId());
    CURRENT.set(new Invocation(id, System.nanoTime() + left.toNanos()));
    MDC.put(KEY, id);
    Trace.id(context).ifPresent(trace -> MDC.put(Trace.KEY, trace));
    RequestId.set(id);
  }

  /** Ends this thread's invocation, and tells what happened in it before Lambda freezes us. */
  public static void end() {
    Telemetry.ofProcess().flush();
    CURRENT.remove();
    RequestId.set(null);
    MDC.clear();
  }

  /** The invocation this thread works on, if any. */
  public static Optional<Invocation> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Lambda's own request id. */
  public String id() {
    return id;
  }

  /** How long Lambda still waits for the answer; never negative. */
  public Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }
}
