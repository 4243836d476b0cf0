package gantry.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.ReceiveWebhookHandler;
import gantry.webhooks.signature.SignatureScheme;
import gantry.webhooks.signature.SigningSecret;
import gantry.webhooks.signature.TimeWindow;
import gantry.webhooks.signature.VerifySignature;
import gantry.webhooks.signature.VerifySignature.Signed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The measured JVM. A refused webhook does all that an accepted one does but the queue, so that the
 * difference of the two is SQS; the signature is timed alone.
 */
final class ReceiverLoad {
  private static final String SECRET = "ls_test_secret_123";
  static final String SECRETS =
      "{\"lemonsqueezy\":[{\"secret\":\"" + SECRET + "\",\"mode\":\"test\"}]}";

  private static final int BODY_BYTES = 2048;

  private final byte[] body = body();
  private final String signature = hmac(body);
  private final byte[] accepted = event(signature);
  private final byte[] refused = event("0".repeat(64));
  private final ReceiveWebhookHandler handler = new ReceiveWebhookHandler();
  private final int threads;
  private final Duration length;

  private ReceiverLoad(int threads, Duration length) {
    this.threads = threads;
    this.length = length;
  }

  public static void main(String... args) {
    var results = System.out;
    // Metric lines are written as in production, but nobody reads them here.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    var load =
        new ReceiverLoad(Integer.parseInt(args[0]), Duration.ofSeconds(Integer.parseInt(args[1])));
    load.round();
    for (var round = 0; round < Integer.parseInt(args[2]); round++) {
      results.println(load.round());
    }
  }

  private String round() {
    var queued = measure(() -> call(accepted, 200));
    var checked = measure(() -> call(refused, 401));
    var verified = measure(this::verify);
    return String.format(
        "%d threads: %.0f/s accepted (%.0f us CPU each), %.0f/s refused (%.0f us); HMAC %.1f us ="
            + " %.1f %%, SQS %.1f %% of an accepted one's CPU",
        threads,
        queued.perSecond(),
        queued.cpuMicros(),
        checked.perSecond(),
        checked.cpuMicros(),
        verified.cpuMicros(),
        100 * verified.cpuMicros() / queued.cpuMicros(),
        100 * (queued.cpuMicros() - checked.cpuMicros()) / queued.cpuMicros());
  }

  private Rate measure(Runnable work) {
    var done = new LongAdder();
    var cpu = cpuNanos();
    var start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var thread = 0; thread < threads; thread++) {
        pool.execute(() -> {
          while (System.nanoTime() - start < length.toNanos()) {
            work.run();
            done.increment();
          }
        });
      }
    }
    return new Rate(done.sum(), System.nanoTime() - start, cpuNanos() - cpu);
  }

  private void call(byte[] event, int status) {
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, new FakeContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!answer.toString(UTF_8).contains("\"statusCode\":" + status)) {
      throw new IllegalStateException(answer.toString(UTF_8));
    }
  }

  private void verify() {
    var scheme = SignatureScheme.of(Provider.LEMONSQUEEZY);
    var secret = new SigningSecret(scheme.key(SECRET).orElseThrow(), Mode.TEST, null);
    var signed = new Signed(Map.of("x-signature", signature), RawBody.of(body));
    var verdict =
        new VerifySignature(scheme, new TimeWindow(Duration.ofMinutes(5)))
            .verify(signed, List.of(secret), Instant.EPOCH);
    if (!(verdict instanceof VerifySignature.Outcome.Verified)) {
      throw new IllegalStateException("Not verified");
    }
  }

  private byte[] event(String signature) {
    return ApiEvent.post("/v1/webhooks/lemonsqueezy")
        .route("ANY /v1/webhooks/{provider}")
        .pathParameter("provider", "lemonsqueezy")
        .header("content-type", "application/json")
        .header("x-event-name", "subscription_updated")
        .header("x-signature", signature)
        .body(new String(body, UTF_8))
        .json()
        .getBytes(UTF_8);
  }

  private static byte[] body() {
    var start =
        """
        {"meta":{"test_mode":true,"event_name":"subscription_updated"},"data":{"type":"subscriptions",\
        "id":"900123","attributes":{"updated_at":"2026-09-19T11:05:01.000000Z","note":\"\
        """;
    var end = "\"}}}";
    return (start + "x".repeat(BODY_BYTES - start.length() - end.length()) + end).getBytes(UTF_8);
  }

  private static String hmac(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : 0;
  }

  private record Rate(long count, long nanos, long cpuNanos) {
    double perSecond() {
      return count * 1e9 / nanos;
    }

    double cpuMicros() {
      return cpuNanos / 1e3 / count;
    }
  }
}
