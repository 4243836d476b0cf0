package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.server.Servers;
import gantry.testing.Eventually;
import gantry.testing.Folders;
import gantry.testing.PostgresServer;
import gantry.testing.Processes;
import gantry.testing.Signals;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A webhook that waits in its queue when the local cloud is killed is applied after the next start.
 */
@Execution(ExecutionMode.CONCURRENT)
class QueuedWebhookIT {
  private static final Path FOLDER = Path.of("target", "queued-webhook").toAbsolutePath();

  /**
   * The message may be in flight when the cloud dies; then it comes back after the queue's 60
   * seconds, and again if a busy machine starts the function too slowly.
   */
  private static final Duration REDELIVERED_WITHIN = Duration.ofMinutes(5);

  private static final String ORDER =
      """
      {"meta":{"test_mode":true,"event_name":"order_created","webhook_id":"7c0d2b0e-52f3-4a53-9d0e-5d9a3f5b0a11"},
       "data":{"type":"orders","id":"700321","attributes":{"store_id":4001,"customer_id":500777,"order_number":7,
         "identifier":"9f0cbb2c-5d1f-4f0e-9a55-1f6b3a1d2c3e","user_email":"jane@example.org","currency":"EUR",
         "subtotal":1000,"tax":190,"total":1190,"refunded_amount":0,"status":"paid","refunded":false,"refunded_at":null,
         "created_at":"2026-09-19T11:04:54.000000Z","updated_at":"2026-09-19T11:05:01.000000Z","test_mode":true}}}
      """;

  @Test
  void itIsAppliedAfterTheNextStart() throws Exception {
    Folders.delete(FOLDER);
    int port = LocalRun.freePorts();
    var first = LocalRun.directly(FOLDER, port);
    first.awaitReady();
    assertThat(post(first).statusCode()).isEqualTo(200);

    kill(first);

    assertThat(storedStates()).isEmpty();
    var second = LocalRun.directly(FOLDER, port);
    second.awaitReady();
    Eventually.within(
        REDELIVERED_WITHIN,
        () -> assertThat(states(second.databaseUrl())).containsExactly("APPLIED"));
    Signals.send("TERM", second.pid());
  }

  private static void kill(LocalRun run) {
    var processes = run.processes();
    Signals.send("KILL", run.pid());
    Eventually.within(
        Duration.ofMinutes(1), () -> assertThat(processes).noneMatch(Processes::isRunning));
  }

  private static HttpResponse<String> post(LocalRun run)
      throws IOException, GeneralSecurityException {
    return run.send(
        "POST",
        "/v1/webhooks/lemonsqueezy",
        ORDER,
        "content-type",
        "application/json",
        "x-event-name",
        "order_created",
        "x-signature",
        signature());
  }

  private static String signature() throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    var secret = DevelopmentSecrets.webhookSecret("lemonsqueezy", "test");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(ORDER.getBytes(UTF_8)));
  }

  /** Proof that the message was still in its queue. */
  private static List<String> storedStates() throws SQLException {
    try (var postgres = PostgresServer.start(LocalRun.home(FOLDER).resolve("postgres"), 0)) {
      return states(postgres.url(Servers.DATABASE));
    }
  }

  private static List<String> states(String databaseUrl) throws SQLException {
    var user = Servers.DATABASE_USER;
    try (var connection =
            DriverManager.getConnection(databaseUrl, user, Servers.DATABASE_PASSWORD);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT state FROM webhooks.events")) {
      var states = new ArrayList<String>();
      while (rows.next()) {
        states.add(rows.getString(1));
      }
      return states;
    }
  }
}
