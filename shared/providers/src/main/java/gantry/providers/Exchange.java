package gantry.providers;

import gantry.providers.Outcome.Reason;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP exchange within a deadline: the JDK's own time-out ends with the headers. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final String provider;
  private final BodyHandler<byte[]> body;

  Exchange(ProviderSettings settings) {
    this.provider = settings.name();
    this.body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.limits().bytes());
  }

  /** Connects at the first call: loading TLS costs a cold start that may not need it. */
  private static final class Http {
    static final HttpClient CLIENT =
        HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER).build();
  }

  Outcome send(HttpRequest request, Deadline deadline) {
    var sent = Http.CLIENT.sendAsync(versioned(request), body);
    try {
      return answer(sent.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Outcome.unavailable(Reason.TIMEOUT);
    } catch (ExecutionException failure) {
      return Outcome.unavailable(reason(failure));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Outcome.unavailable(Reason.TIMEOUT);
    } finally {
      sent.cancel(true);
    }
  }

  /** Without TLS the upgrade to HTTP/2 would cost a header and confuse small servers. */
  private static HttpRequest versioned(HttpRequest request) {
    return "http".equals(request.uri().getScheme())
        ? HttpRequest.newBuilder(request, (_, _) -> true).version(Version.HTTP_1_1).build()
        : request;
  }

  private static Outcome answer(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** Names the exception's class only: messages may hold the URL, and the URL a key. */
  private Reason reason(ExecutionException failure) {
    var cause = failure.getCause() == null ? failure : failure.getCause();
    var reason = classify(cause);
    LOG.warn("A call to {} ended as {}: {}", provider, reason, cause.getClass().getName());
    return reason;
  }

  private static Reason classify(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return Reason.TIMEOUT;
    }
    if (cause instanceof ProtocolException) {
      return Reason.GARBLED;
    }
    var message = String.valueOf(cause.getMessage());
    // What the JDK's limiting body handler says; it has no exception of its own.
    return cause instanceof IOException && message.contains("exceeds capacity")
        ? Reason.TOO_LARGE
        : Reason.DOWN;
  }
}
