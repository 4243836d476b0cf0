package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import gantry.authorizer.VerifyToken.Outcome.Admitted;
import gantry.authorizer.VerifyToken.Outcome.Refused;
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
 * The authorizer of the routes below {@code /operator/v1}: it looks at the session's cookie and
 * never at a token, as the other never looks at cookies. Nobody may remember its answers, which
 * depend on more than the cookie.
 */
public final class SessionAuthorizerHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionAuthorizerHandler.class);

  private final AdmitSession admitSession;
  private final Metrics metrics;

  /** For Lambda. */
  public SessionAuthorizerHandler() {
    this(AuthorizerFactory.admitSession(), AuthorizerFactory.metrics());
  }

  SessionAuthorizerHandler(AdmitSession admitSession, Metrics metrics) {
    this.admitSession = admitSession;
    this.metrics = metrics;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Invocation.begin(context);
    try {
      answer.write(authorize(SessionEvent.read(event)).getBytes(UTF_8));
    } finally {
      Invocation.end();
    }
  }

  private String authorize(SessionEvent event) {
    RequestId.adopt(event.requestId());
    return switch (admitSession.admit(event)) {
      case Admitted(var identity) -> SimpleResponse.admitting(identity);
      case Refused(var refusal) -> refused(refusal);
    };
  }

  private String refused(Refusal refusal) {
    if (!refusal.mayBeGuess()) { // strangers get no lines for what they make up
      LOG.info("Session refused: {}", refusal.slug());
    }
    metrics.count("SessionRefused", Map.of("reason", refusal.slug()));
    return SimpleResponse.REFUSING;
  }
}
