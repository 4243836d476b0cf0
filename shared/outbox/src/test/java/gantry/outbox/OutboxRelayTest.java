package gantry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.postgres.Transactions;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

class OutboxRelayTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final FakeStream stream = new FakeStream();
  private final TestOutbox outbox = new TestOutbox(stream, "stream-1");
  private final OutboxRelay relay = outbox.bean(OutboxRelay.class);

  @AfterEach
  void stop() {
    outbox.close();
  }

  @Test
  void sequencesOfAnAggregateHaveNoGaps() {
    outbox.append("a", "x", "y");
    assertThatThrownBy(() -> appendAndFail("a")).isInstanceOf(IllegalStateException.class);
    outbox.append("a", "z");

    assertThat(outbox.query("SELECT sequence FROM outbox.events ORDER BY sequence"))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void writersAtTheSameTimeShareOneSequence() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var writers =
          IntStream.range(0, 80).mapToObj(_ -> threads.submit(() -> outbox.append("a", "x")));
      for (var writer : writers.toList()) {
        writer.get();
      }
    }

    assertThat(outbox.query("SELECT sequence FROM outbox.events ORDER BY sequence"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 80).mapToObj(i -> (Object) (long) i).toList());
  }

  @Test
  void noCallCarriesTwoEventsOfAnAggregate() {
    outbox.append("a", "1", "2", "3");
    outbox.append("b", "1", "2");

    var published = relay.relay(LIMIT);

    assertThat(published).isEqualTo(5);
    assertThat(stream.calls).extracting(List::size).containsExactly(2, 2, 1);
  }

  @Test
  void aRefusedEventHoldsBackItsSuccessorsAndNobodyElse() {
    outbox.append("a", "1", "2");
    outbox.append("b", "1", "2");
    stream.refuses = entry -> entry.partitionKey().equals("a");

    Eventually.within(
        LIMIT,
        () -> {
          relay.relay(Duration.ofMillis(500));
          assertThat(stream.accepted)
              .extracting(PutRecordsRequestEntry::partitionKey)
              .containsExactly("b", "b");
        });
    assertThat(
            stream.calls.stream().flatMap(List::stream).filter(e -> e.partitionKey().equals("a")))
        .allSatisfy(entry -> assertThat(entry.data().asUtf8String()).contains("\"sequence\" : 1"));

    stream.refuses = _ -> false;
    assertThat(relay.relay(LIMIT)).isEqualTo(2);
    assertThat(outbox.query("SELECT count(*) FROM outbox.events WHERE published_at IS NULL"))
        .containsExactly(0L);
  }

  @Test
  void aCrashBetweenCommitAndPublishPublishesOnceAndInOrder() {
    outbox.append("a", "1", "2");
    stream.refuses =
        _ -> {
          throw new IllegalStateException("killed");
        };

    assertThatThrownBy(() -> relay.relay(LIMIT)).isInstanceOf(RuntimeException.class);
    stream.refuses = _ -> false;
    relay.relay(LIMIT);
    relay.relay(LIMIT);

    assertThat(stream.accepted).extracting(e -> sequence(e)).containsExactly(1L, 2L);
  }

  @Test
  void aCrashBetweenPublishAndMarkPublishesTheSameEventAgainBeforeItsSuccessor() {
    outbox.append("a", "1", "2");
    stream.answerIsLost = true;
    assertThatThrownBy(() -> relay.relay(LIMIT)).isInstanceOf(RuntimeException.class);
    stream.answerIsLost = false;

    relay.relay(LIMIT);

    assertThat(stream.accepted).extracting(entry -> sequence(entry)).containsExactly(1L, 1L, 2L);
    assertThat(stream.accepted.get(1).data()).isEqualTo(stream.accepted.get(0).data());
  }

  @Test
  void relaysAtTheSameTimeKeepTheOrderAndRepeatNothing() throws Exception {
    for (var aggregate = 0; aggregate < 20; aggregate++) {
      for (var i = 0; i < 10; i++) {
        outbox.append("a" + aggregate, "x");
      }
    }
    stream.refuses = entry -> entry.hashCode() % 3 == stream.calls.size() % 3;

    try (var threads = Executors.newFixedThreadPool(6)) {
      var relays = new ArrayList<Future<Integer>>();
      for (var i = 0; i < 6; i++) {
        relays.add(threads.submit(() -> relay.relay(LIMIT)));
      }
      for (var each : relays) {
        each.get();
      }
    }
    stream.refuses = _ -> false;
    relay.relay(LIMIT);

    var last = new HashMap<String, Long>();
    for (var entry : stream.accepted) {
      var before = last.put(entry.partitionKey(), sequence(entry));
      assertThat(sequence(entry)).isEqualTo(before == null ? 1 : before + 1);
    }
    assertThat(stream.accepted).hasSize(200);
    assertThat(new HashSet<>(last.values())).containsExactly(10L);
  }

  @Test
  void theLagIsTheAgeOfTheOldestWaitingEvent() {
    assertThat(relay.lag()).isZero();
    outbox.append("a", "x");
    outbox.query(
        "UPDATE outbox.events SET occurred_at = now() - interval '90 seconds' RETURNING 1");

    assertThat(relay.lag()).isBetween(Duration.ofSeconds(89), Duration.ofSeconds(120));
  }

  @Test
  void theRecordTellsAllThatConsumersNeed() {
    outbox.append("a", "order.paid");

    relay.relay(LIMIT);

    assertThat(stream.accepted.getFirst().data().asUtf8String())
        .matches(
            "\\{\"id\" : \"[0-9a-f-]{36}\", \"type\" : \"order.paid\", \"aggregateType\" :"
                + " \"order\", \"aggregate\" : \"a\", \"sequence\" : 1, \"occurredAt\" :"
                + " \"20[0-9T:.-]+Z\", \"requestId\" : null, \"data\" : \\{\"text\": \"ü\"}}");
  }

  @Test
  void publishingSoonNeverFailsItsCaller() {
    var prompt = outbox.bean(PromptRelay.class);
    outbox.append("a", "x");
    stream.refuses =
        _ -> {
          throw new IllegalStateException("down");
        };

    prompt.publishSoon();
    prompt.publishSoon();

    assertThat(stream.calls).as("it rests after a failure").hasSize(1);
  }

  private void appendAndFail(String aggregate) {
    outbox
        .bean(Transactions.class)
        .inTransaction(() -> {
          outbox
              .bean(Outbox.class)
              .append(OutboxEvent.of("order", aggregate, "lost", new TestOutbox.Note("")));
          throw new IllegalStateException("business");
        });
  }

  private static long sequence(PutRecordsRequestEntry entry) {
    var text = entry.data().asUtf8String();
    var digits = text.replaceFirst(".*\"sequence\" : ([0-9]+).*", "$1");
    return Long.parseLong(digits);
  }
}
