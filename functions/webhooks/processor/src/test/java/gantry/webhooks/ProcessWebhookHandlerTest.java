package gantry.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.outbox.Outbox;
import gantry.outbox.OutboxEvent;
import gantry.postgres.Transactions;
import gantry.testing.SqsEvents;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Decision.Applied;
import gantry.webhooks.handler.Decision.Parked;
import gantry.webhooks.handler.Decision.Stale;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessWebhookHandlerTest {
  private static final String OF_NO_EVENT =
      "INSERT INTO webhooks.signals VALUES (gen_random_uuid(), 'of nothing', now())";

  @Serdeable
  record Work(String event) {}

  private final TestProcessor processor = TestProcessor.start();
  private final ScriptedHandler handler = processor.context().getBean(ScriptedHandler.class);

  @AfterEach
  void stop() {
    processor.close();
  }

  @Test
  void aHandledEventIsAppliedAndStoredByteForByte() {
    var delivery = Webhooks.scripted("msg-1", "r1");

    var again = processor.process(delivery);

    assertThat(again).isEmpty();
    assertThat(processor.event(delivery))
        .containsEntry("state", "APPLIED")
        .containsEntry("body", delivery.body().bytes())
        .containsEntry("sha256", delivery.body().sha256())
        .containsEntry("identity", "msg-1")
        .containsEntry("resource", "r1")
        .containsEntry("attempts", 0)
        .containsEntry("request_id", "request-1");
  }

  @Test
  void aTypeWithoutHandlerIsIgnored() {
    var delivery = webhook(Provider.STANDARD, "{\"type\":\"unheard.of\"}");

    processor.process(delivery);

    assertThat(processor.event(delivery))
        .containsEntry("state", "IGNORED")
        .containsEntry("reason", "no-handler");
  }

  @Test
  void theHandlersDecisionIsKept() {
    var stale = Webhooks.scripted("stale", "r1");
    var parked = Webhooks.scripted("parked", "r2");
    handler.script = event -> event.id().equals(stale.id()) ? new Stale() : new Parked("later");

    processor.process(stale, parked);

    assertThat(processor.event(stale))
        .containsEntry("state", "STALE")
        .containsEntry("reason", null);
    assertThat(processor.event(parked))
        .containsEntry("state", "PARKED")
        .containsEntry("reason", "later")
        .containsEntry("next_attempt_at", null);
  }

  @Test
  void theSameIdIsADuplicateAndOtherBytesRaiseASignal() {
    var first = Webhooks.scripted("msg-1", "r1");
    var equal = Webhooks.scripted("msg-1", "r1");
    var different = Webhooks.scripted("msg-1", "r2");

    processor.process(first, equal, different);

    assertThat(processor.event(first)).containsEntry("duplicates", 2);
    assertThat(processor.value("SELECT count(*) FROM webhooks.events")).isEqualTo(1L);
    assertThat(processor.rows("SELECT event, kind FROM webhooks.signals"))
        .containsExactly(Map.of("event", first.id(), "kind", "same-id-different-content"));
  }

  @Test
  void aMessageHandedOutAgainIsNoDuplicate() {
    var first = Webhooks.scripted("msg-1", "r1");
    var copy = Webhooks.scripted("msg-1", "r1");

    processor.process(first, first, copy, copy, first);

    assertThat(processor.event(first)).containsEntry("duplicates", 1);
  }

  @Test
  void liveAndTestEventsNeverMeet() {
    var live = Webhooks.scripted("msg-1", "r1");
    var test =
        Webhooks.delivery(
            Provider.STANDARD, Mode.TEST, Map.of("webhook-id", "msg-1"), live.body().bytes());

    processor.process(live, test);

    assertThat(processor.event(live)).containsEntry("state", "APPLIED");
    assertThat(processor.event(test)).containsEntry("state", "APPLIED");
  }

  @Test
  void aThrowingHandlersWorkIsUndoneAndItsEventWaits() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    handler.script = event -> throwAfterWork(event);

    var again = processor.process(delivery);

    assertThat(again).containsExactly(0);
    assertThat(processor.event(delivery))
        .containsEntry("state", "PARKED")
        .containsEntry("attempts", 1)
        .containsEntry("reason", "handler-failed")
        .hasEntrySatisfying(
            "error",
            error ->
                assertThat(String.valueOf(error))
                    .matches("IllegalStateException at ProcessWebhookHandlerTest.java:[0-9]+"));
    assertThat(processor.event(delivery).get("next_attempt_at")).isNotNull();
    assertThat(processor.value("SELECT count(*) FROM outbox.events")).isEqualTo(0L);
  }

  private Decision throwAfterWork(WebhookEvent event) {
    var work = new Work(event.id().toString());
    processor.context().getBean(Outbox.class).append(OutboxEvent.of("test", "a", "work", work));
    throw new IllegalStateException("the secret body");
  }

  @Test
  void aStatementThatTheDatabaseRefusesCountsAsAnAttempt() {
    var jdbc = processor.context().getBean(JdbcOperations.class);
    var transactions = processor.context().getBean(Transactions.class);
    var delivery = Webhooks.scripted("msg-1", "r1");
    handler.script =
        _ -> {
          transactions.inTransaction(
              () -> jdbc.prepareStatement(OF_NO_EVENT, PreparedStatement::executeUpdate));
          return new Applied();
        };

    assertThat(processor.process(delivery)).containsExactly(0);

    assertThat(processor.event(delivery)).containsEntry("attempts", 1);
    assertThat(String.valueOf(processor.event(delivery).get("error")))
        .contains("PSQLException 23503");
  }

  @Test
  void aHandlerThatRecoversIsAppliedAtItsNextAttempt() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    handler.script = _ -> failing();
    processor.process(delivery);
    handler.script = _ -> new Applied();

    var again = processor.process(delivery);

    assertThat(again).isEmpty();
    assertThat(processor.event(delivery))
        .containsEntry("state", "APPLIED")
        .containsEntry("attempts", 1)
        .containsEntry("error", null);
  }

  @Test
  void theFifthFailureGoesToTheDeadLetterQueueAndLetsTheNextOneThrough() {
    var poison = Webhooks.scripted("poison", "r1");
    var next = Webhooks.scripted("next", "r1");
    handler.script = event -> event.id().equals(poison.id()) ? failing() : new Applied();

    for (var attempt = 1; attempt <= 4; attempt++) {
      assertThat(processor.process(poison, next)).containsExactly(0, 1);
    }
    assertThat(processor.process(poison, next)).isEmpty();

    assertThat(processor.event(poison))
        .containsEntry("state", "FAILED")
        .containsEntry("attempts", 5)
        .containsEntry("reason", "handler-failed");
    assertThat(processor.event(next)).containsEntry("state", "APPLIED");
    var copy = processor.deadLetters().getFirst();
    assertThat(copy.body()).isEqualTo(poison.body().base64());
    assertThat(copy.groupId()).isEqualTo(poison.groupId());
    assertThat(copy.attributes())
        .containsAllEntriesOf(poison.toMessage().attributes())
        .containsEntry("reason", "handler-failed");
  }

  @Test
  void poisonOfOneResourceHoldsUpNobodyElse() {
    var poison = Webhooks.scripted("poison", "r1");
    var other = Webhooks.scripted("other", "r2");
    handler.script = event -> event.id().equals(poison.id()) ? failing() : new Applied();

    var again = processor.process(poison, other);

    assertThat(again).containsExactly(0);
    assertThat(processor.event(other)).containsEntry("state", "APPLIED");
  }

  @Test
  void invalidJsonIsQuarantinedByteForByte() {
    for (var body :
        List.of("not json", "{\"a\":", "[]", "", "{\"type\":\"scripted.event\"}x", "\u0000")) {
      var delivery = webhook(Provider.STANDARD, body);

      assertThat(processor.process(delivery)).isEmpty();

      assertThat(processor.event(delivery))
          .containsEntry("state", "QUARANTINED")
          .containsEntry("reason", "invalid-json")
          .containsEntry("body", body.getBytes(UTF_8));
    }
  }

  @Test
  void aModeThatContradictsTheSecretIsQuarantined() {
    var body = "{\"meta\":{\"event_name\":\"order_created\",\"test_mode\":true}}";
    var delivery = Webhooks.lemonSqueezy(body);

    processor.process(delivery);

    assertThat(processor.event(delivery))
        .containsEntry("state", "QUARANTINED")
        .containsEntry("reason", "mode-mismatch");
  }

  @Test
  void hostileBodiesAreStored() {
    var hostile =
        List.of(
            "{\"type\":\"a\\u0000b\",\"data\":{\"id\":\"\\ud800\"}}",
            "{\"type\":\"" + "x".repeat(200_000) + "\"}",
            "[".repeat(200_000),
            "{\"a\":" + "9".repeat(100_000) + "}",
            "{\"type\":\"scripted.event\",\"data\":{\"id\":\"" + "y".repeat(262_000) + "\"}}");

    for (var body : hostile) {
      var delivery = webhook(Provider.STANDARD, body);

      assertThat(processor.process(delivery)).isEmpty();
      assertThat(processor.event(delivery)).containsEntry("body", body.getBytes(UTF_8));
    }
  }

  @Test
  void aMessageOfSomebodyElseGoesToTheDeadLetterQueueAsItIs() {
    var event =
        SqsEvents.from("inbox.fifo")
            .message("0", "group", "%% no base64 %%", Map.of("provider", "stripe", "mode", "x"))
            .event();

    var again = TestProcessor.positions(processor.handle(event));

    assertThat(again).isEmpty();
    var copy = processor.deadLetters().getFirst();
    assertThat(copy.body()).isEqualTo("%% no base64 %%");
    assertThat(copy.attributes())
        .containsEntry("reason", "malformed-message")
        .containsEntry("provider", "stripe");
  }

  private static Decision failing() {
    throw new IllegalStateException("the secret body");
  }

  private static WebhookDelivery webhook(Provider provider, String body) {
    var id =
        Base64.getEncoder()
            .encodeToString(RawBody.of(body.getBytes(UTF_8)).sha256().getBytes(UTF_8));
    return Webhooks.delivery(
        provider, Mode.LIVE, Map.of("webhook-id", id.substring(0, 40)), body.getBytes(UTF_8));
  }
}
