package gantry.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.Eventually;
import gantry.testing.FakeContext;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator orders a replay while PostgreSQL is away. */
class DeferredReplayTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final FaultProxy network = FaultProxy.to(PostgresServer.shared().port());
  private final TestProcessor processor = TestProcessor.behind(network);
  private final ApiFunction function = new ApiFunction(processor.context());
  private final ApplyReplayHandler handler = new ApplyReplayHandler(processor.context());
  private final String event = Webhooks.scripted("msg-1", "r1").id().toString();

  @BeforeEach
  void store() {
    processor.execute(
        """
        INSERT INTO webhooks.events
          (id, provider, mode, identity, message_group, body, sha256, headers, state, received_at,
           stored_at, decided_at)
        VALUES ('%s', 'standard', 'live', 'msg-1', 'standard/live/r1', '', '', '{}', 'IGNORED',
          now(), now(), now())
        """
            .formatted(event));
  }

  /** A cold process may take longer for a first transaction than these have, and defers it, too. */
  @BeforeEach
  void warmUp() {
    var nowhere = UUID.randomUUID().toString();
    Eventually.within(SOON, () -> assertThat(replay(nowhere, "{\"reason\":\"x\"}")).isEqualTo(404));
    processor.deferred();
  }

  @AfterEach
  void stop() {
    processor.close();
    network.close();
  }

  @Test
  void itIsTakenAndDoneOnceWhenTheDatabaseIsBack() {
    network.inject(Fault.refuse());
    assertThat(replay("{\"reason\":\"new handler\"}")).isEqualTo(202);
    var waiting = processor.deferred();
    assertThat(processor.inbox()).isEmpty();
    assertThat(handler.handleRequest(waiting, new FakeContext()).getBatchItemFailures())
        .isNotEmpty();

    network.heal();
    Eventually.within(
        SOON,
        () ->
            assertThat(handler.handleRequest(waiting, new FakeContext()).getBatchItemFailures())
                .isEmpty());
    handler.handleRequest(waiting, new FakeContext());

    assertThat(processor.inbox())
        .extracting(message -> message.attributes().get("replayOf"))
        .containsExactly(event);
    assertThat(
            processor.rows(
                "SELECT actor, action FROM audit.events WHERE tenant = 't1' ORDER BY number"))
        .extracting(row -> row.get("actor") + " " + row.get("action"))
        .containsExactly("operator-1 replay.ordered", "operator-1 replay.queued");
  }

  @Test
  void aCommitNobodyHearsOfLosesNothing() {
    network.inject(Fault.loseReplyTo("COMMIT"));

    assertThat(replay("{\"reason\":\"new handler\"}")).isEqualTo(202);

    network.heal();
    Eventually.within(
        SOON,
        () ->
            assertThat(
                    handler
                        .handleRequest(processor.deferred(), new FakeContext())
                        .getBatchItemFailures())
                .isEmpty());
    assertThat(processor.inbox())
        .extracting(message -> message.attributes().get("replayOf"))
        .containsExactly(event);
  }

  @Test
  void aDryRunDoesNotWait() {
    network.inject(Fault.refuse());

    assertThat(replay("{\"reason\":\"new handler\",\"dryRun\":true}")).isEqualTo(503);

    assertThat(processor.deferred().getRecords()).isEmpty();
  }

  private int replay(String body) {
    return replay(event, body);
  }

  private int replay(String which, String body) {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    var request =
        ApiEvent.post("/v1/webhook-events/" + which + "/replay")
            .authorizer(
                Map.of("sub", "operator-1", "tenant", "t1", "roles", "admin", "exp", expires))
            .header("content-type", "application/json")
            .body(body);
    return function.handleRequest(request.event(), new FakeContext()).getStatusCode();
  }
}
