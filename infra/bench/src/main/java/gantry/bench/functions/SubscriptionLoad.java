package gantry.bench.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.testing.FakeContext;
import gantry.testing.SqsEvents;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import gantry.webhooks.receiver.WebhookDelivery.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The measured JVM of {@link SubscriptionThroughput}. */
final class SubscriptionLoad {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BATCH = 10;
  private static final int THREADS = 4;
  private static final int MANY = 50;

  private final Function function = new Function();
  private final RequestHandler<SQSEvent, SQSBatchResponse> processor =
      Function.named("gantry.webhooks.ProcessWebhookHandler");
  private int rounds;
  private int reads;

  private SubscriptionLoad() throws ReflectiveOperationException {}

  public static void main(String... args) throws Exception {
    var load = new SubscriptionLoad();
    var events = Integer.parseInt(args[0]);
    var length = Duration.ofSeconds(Long.parseLong(args[1]));
    load.round(events, length); // Warms up.
    for (var round = 0; round < Integer.parseInt(args[2]); round++) {
      Function.OUT.println(load.round(events, length));
    }
    System.exit(0);
  }

  private String round(int events, Duration length) throws Exception {
    rounds++;
    var one = events / Measured.times(1, () -> apply(events, 1)).seconds();
    var many = events / Measured.times(1, () -> apply(events, MANY)).seconds();
    var access = Measured.during(length, this::read);
    return "events of one group %.0f/s, of %d groups %.0f/s, %.1f times as many%naccess %s"
        .formatted(one, MANY, many, many / one, access);
  }

  /** Subscriptions that are renewed again and again; a group's events one after the other. */
  private void apply(int events, int groups) throws Exception {
    try (var pool = Executors.newFixedThreadPool(Math.min(groups, THREADS))) {
      var work =
          IntStream.range(0, groups)
              .mapToObj(group ->
                  Executors.callable(() -> apply(subscription(groups, group), events / groups)))
              .toList();
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }
  }

  private String subscription(int groups, int group) {
    return rounds + "-" + groups + "-" + group;
  }

  private void apply(String id, int events) {
    for (var first = 0; first < events; first += BATCH) {
      var batch = SqsEvents.from("inbox.fifo");
      for (var i = first; i < Math.min(events, first + BATCH); i++) {
        var message = delivery(id, i).toMessage();
        batch.message(Integer.toString(i), message.groupId(), message.body(), message.attributes());
      }
      var failed = processor.handleRequest(batch.event(), new FakeContext()).getBatchItemFailures();
      if (!failed.isEmpty()) {
        throw new IllegalStateException(failed.size() + " events failed");
      }
    }
  }

  private static WebhookDelivery delivery(String id, int number) {
    var body =
        """
        {"meta":{"event_name":"subscription_updated","test_mode":false,"custom_data":{"user_id":"u-%1$s"}},
         "data":{"type":"subscriptions","id":"%1$s","attributes":{"status":"active","variant_id":222,
           "renews_at":"%2$s","updated_at":"%3$s"}}}
        """
            .formatted(id, BEGIN.plus(Duration.ofDays(400 + number)), BEGIN.plusSeconds(number));
    var now = Instant.now();
    return new WebhookDelivery(
        UUID.randomUUID(),
        Provider.LEMONSQUEEZY,
        Mode.LIVE,
        new Times(now, now, now),
        "bench",
        Map.of(),
        RawBody.of(body.getBytes(UTF_8)));
  }

  private void read() {
    var user = "u-" + subscription(MANY, reads++ % MANY);
    var access = function.get("/v2/access/" + user, "service");
    if (!access.contains("\"ACTIVE\"")) {
      throw new IllegalStateException(access);
    }
  }
}
