package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import gantry.authorizer.VerifyToken.Outcome.Admitted;
import gantry.authorizer.VerifyToken.Outcome.Refused;
import gantry.lambda.EdgeHop;
import gantry.lambda.Invocation;
import gantry.lambda.Metrics;
import gantry.lambda.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API's Lambda authorizer, payload 2.0 with simple responses: plain streams, because every
 * request may wait for its cold start.
 */
public final class AuthorizerHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizerHandler.class);

  private final AdmitCaller admitCaller;
  private final Metrics metrics;
  private final EdgeHop edge;

  /** For Lambda. */
  public AuthorizerHandler() {
    this(AuthorizerFactory.admitCaller(), AuthorizerFactory.metrics(), AuthorizerFactory.edge());
  }

  AuthorizerHandler(AdmitCaller admitCaller, Metrics metrics, EdgeHop edge) {
    this.admitCaller = admitCaller;
    this.metrics = metrics;
    this.edge = edge;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Invocation.begin(context);
    try {
      answer.write(authorize(AuthorizerEvent.read(event, edge)).getBytes(UTF_8));
    } finally {
      Invocation.end();
    }
  }

  private String authorize(AuthorizerEvent event) {
    RequestId.adopt(event.requestId());
    return switch (admitCaller.admit(event.authorization(), event.network())) {
      case Admitted(var identity) -> admitted(identity);
      case Refused(var refusal) -> refused(refusal);
    };
  }

  private String admitted(Identity identity) {
    metrics.count("TokenAccepted", Map.of());
    return SimpleResponse.admitting(identity);
  }

  private String refused(Refusal refusal) {
    if (refusal != Refusal.TOO_MANY_FAILURES) { // who floods us with guesses gets no lines for them
      LOG.info("Token refused: {}", refusal.slug());
    }
    metrics.count("TokenRefused", Map.of("reason", refusal.slug()));
    return SimpleResponse.REFUSING;
  }
}
