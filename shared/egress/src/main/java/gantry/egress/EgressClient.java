package gantry.egress;

import gantry.egress.EgressGuard.Verdict;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Posts to URLs that users gave, as far as the guard lets it. */
public final class EgressClient {
  private final EgressGuard guard;
  private final SSLContext tls;

  public EgressClient(EgressGuard guard, SSLContext tls) {
    this.guard = guard;
    this.tls = tls;
  }

  /** Posts once; all of it, the name's resolution too, ends at the deadline. */
  public EgressOutcome post(String url, EgressRequest request, Duration deadline) {
    var call = new FutureTask<>(() -> checked(url, request, deadline));
    var thread = Thread.ofVirtual().start(call);
    try {
      return call.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return new EgressOutcome.TimedOut();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new EgressOutcome.TimedOut();
    } finally {
      thread.interrupt();
    }
  }

  private EgressOutcome checked(String url, EgressRequest request, Duration deadline) {
    return switch (guard.check(url)) {
      case Verdict.Refused(var refusal) -> new EgressOutcome.Refused(refusal);
      case Verdict.Allowed(var uri, var addresses) -> {
        try (var call = new PinnedCall(uri.getHost(), addresses, tls, deadline)) {
          yield call.post(uri, request);
        }
      }
    };
  }
}
