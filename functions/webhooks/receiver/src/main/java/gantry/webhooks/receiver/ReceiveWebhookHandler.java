package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import gantry.lambda.EdgeHop;
import gantry.lambda.Invocation;
import gantry.lambda.Metrics;
import gantry.lambda.RequestId;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome.Received;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome.Rejected;
import gantry.webhooks.receiver.ReceiveWebhook.Outcome.TooManyFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ANY /v1/webhooks/{provider}}: plain streams, because it has to answer quickly cold. */
public final class ReceiveWebhookHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiveWebhookHandler.class);

  private static final String TOO_MANY = "too-many-failures";

  private final ReceiveWebhook receiveWebhook;
  private final Metrics metrics;
  private final EdgeHop edge;

  /** For Lambda. */
  public ReceiveWebhookHandler() {
    this(ReceiverFactory.receiveWebhook(), ReceiverFactory.metrics(), ReceiverFactory.edge());
  }

  ReceiveWebhookHandler(ReceiveWebhook receiveWebhook, Metrics metrics, EdgeHop edge) {
    this.receiveWebhook = receiveWebhook;
    this.metrics = metrics;
    this.edge = edge;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Invocation.begin(context);
    try {
      answer.write(receive(RequestReader.read(event, edge)).json().getBytes(UTF_8));
    } finally {
      Invocation.end();
    }
  }

  private HttpAnswer receive(WebhookRequest request) {
    var requestId = RequestId.adopt(request.headers().get("x-request-id"));
    var outcome = receiveWebhook.receive(request, requestId);
    report(request, outcome);
    return answer(outcome).with(RequestId.HEADER, requestId);
  }

  /**
   * A name that is no provider is the caller's text: neither a metric nor a log line repeats it.
   */
  private void report(WebhookRequest request, Outcome outcome) {
    var provider = Provider.of(request.provider()).map(Provider::slug).orElse("unknown");
    switch (outcome) {
      case Received(var id, var mode) -> {
        LOG.info("Webhook {} of {} in {} mode is queued", id, provider, mode.slug());
        metrics.count("WebhookReceived", Map.of("provider", provider));
      }
      case Rejected(var rejection) -> {
        LOG.warn("Webhook of {} is rejected: {}", provider, rejection.slug());
        metrics.count("WebhookRejected", Map.of("provider", provider, "reason", rejection.slug()));
      }
      case TooManyFailures _ ->
          // No log line: who floods us with guesses must not fill the logs.
          metrics.count("WebhookRejected", Map.of("provider", provider, "reason", TOO_MANY));
    }
  }

  private static HttpAnswer answer(Outcome outcome) {
    return switch (outcome) {
      case Received _ -> HttpAnswer.ok("{\"received\":true}");
      case Rejected(var rejection) -> problem(rejection);
      case TooManyFailures(var retryAfter) ->
          HttpAnswer.problem(429, TOO_MANY, "Too many wrong signatures")
              .with("Retry-After", Long.toString(retryAfter.plusMillis(999).toSeconds()));
    };
  }

  private static HttpAnswer problem(Rejection rejection) {
    return switch (rejection) {
      case UNKNOWN_PROVIDER -> problem(404, rejection, "Provider is unknown");
      case METHOD_NOT_ALLOWED ->
          problem(405, rejection, "Webhooks are posted").with("Allow", "POST");
      case SECRET_NOT_CONFIGURED ->
          problem(503, rejection, "No secret is configured").with("Retry-After", "60");
      case BODY_TOO_LARGE -> problem(413, rejection, "Body is larger than 256 KiB");
      case MALFORMED_BODY -> problem(400, rejection, "Body is not what its encoding says");
      case SIGNATURE_MISMATCH -> problem(401, rejection, "Signature does not match");
      case TIMESTAMP_OUTSIDE_TOLERANCE ->
          problem(401, rejection, "Timestamp is outside the tolerance");
      case QUEUE_UNAVAILABLE ->
          problem(503, rejection, "Queue is unavailable").with("Retry-After", "5");
    };
  }

  private static HttpAnswer problem(int status, Rejection rejection, String title) {
    return HttpAnswer.problem(status, rejection.slug(), title);
  }
}
