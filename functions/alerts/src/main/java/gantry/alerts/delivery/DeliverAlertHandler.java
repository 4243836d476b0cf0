package gantry.alerts.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.batch.SqsBatch;
import gantry.egress.EgressClient;
import gantry.egress.EgressGuard;
import gantry.lambda.Invocation;
import gantry.secrets.Secrets;
import io.micronaut.json.JsonMapper;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/**
 * Lambda: notices from {@code alert-notices.fifo}. It stands outside the network and needs no
 * database, because that is what it may have to tell of.
 */
public final class DeliverAlertHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final SqsBatch batch = new SqsBatch();
  private final DeliverNotice deliverNotice;

  public DeliverAlertHandler() {
    this(DeliveryConfig.ofEnvironment());
  }

  DeliverAlertHandler(DeliveryConfig config) {
    var secrets = Secrets.of(config.settings(), Clock.systemUTC());
    var guard = EgressGuard.ofSystem().alsoTo(config.ownOrigins());
    var post = new Post(new EgressClient(guard, tls()));
    deliverNotice = new DeliverNotice(config, secrets, JsonMapper.createDefault(), post);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Invocation.begin(context);
    try {
      return batch.forEach(
          event, message -> deliverNotice.deliver(message.getMessageId(), message.getBody()));
    } finally {
      Invocation.end();
    }
  }

  private static SSLContext tls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
