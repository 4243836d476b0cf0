package gantry.lambda;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that follows one request from the edge, through every queue, to the last log line. */
public final class RequestId {
  /** The HTTP header that carries it. */
  public static final String HEADER = "X-Request-Id";

  /** The queue message attribute and the log field that carry it. */
  public static final String KEY = "requestId";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
  private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());

  private RequestId() {}

  /**
   * Makes the id that a caller offers this thread's for the rest of the invocation, or a new one
   * when it offers none or a malformed one.
   */
  public static String adopt(@Nullable String offered) {
    var id = wellFormed(offered).orElseGet(() -> IDS.next().toString());
    set(id);
    return id;
  }

  /** The id of what this thread works on. */
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Makes the offered id this thread's until the scope closes; a malformed one changes nothing. */
  public static Scope carry(@Nullable String offered) {
    var before = CURRENT.get();
    wellFormed(offered).ifPresent(RequestId::set);
    return () -> set(before);
  }

  /** The log lines follow; without a logger that has a context, the id still does its work. */
  static void set(@Nullable String id) {
    if (id == null) {
      CURRENT.remove();
      MDC.remove(KEY);
    } else {
      CURRENT.set(id);
      MDC.put(KEY, id);
    }
  }

  private static Optional<String> wellFormed(@Nullable String offered) {
    return Optional.ofNullable(offered).filter(id -> WELL_FORMED.matcher(id).matches());
  }

  /** Ends a {@link #carry}. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
