package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static gantry.payments.TestPayments.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.SqsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KilledPaymentsTest {
  private static final int PAYMENTS = 40;

  private final TestPayments payments = TestPayments.start();
  private @Nullable Process process;

  @AfterEach
  void stop() {
    kill();
    payments.close();
  }

  @Test
  void killedInTheMiddleEachIsCreditedOnceAfterRecovery() throws IOException {
    var work = new ArrayList<String>();
    for (var i = 0; i < PAYMENTS; i++) {
      var tx = EvmTransaction.at(50_000 + i, TIME, transfer(1, USDT, PAYER, OURS, "25000000"));
      payments.chain().mined(tx);
      work.add(payments.stated("killed-" + i, "").text("/id"));
      work.add(tx.hash());
    }

    for (var credited : List.of(4, 20)) {
      start(work);
      awaitCredited(credited);
      kill();
    }
    // What a killed process had begun is due; what it had not is submitted again.
    payments.clock().advance(Duration.ofMinutes(2));
    payments.sweep();
    payments.watch();
    for (var i = 0; i < work.size(); i += 2) {
      assertThat(
              payments.claim(work.get(i), work.get(i + 1), "backend", "service").text("/outcome"))
          .isEqualTo("CREDITED");
    }
    payments.sweep();

    assertThat(payments.count("payments.ledger_entries")).isEqualTo(PAYMENTS);
    assertThat(payments.count("payments.consumed_legs")).isEqualTo(PAYMENTS);
    assertThat(payments.count("payments.intents WHERE credited_at IS NULL")).isZero();
    assertThat(payments.count("outbox.events WHERE type = 'payment.credited'")).isEqualTo(PAYMENTS);
    assertThat(payments.grants().stream().distinct()).hasSize(PAYMENTS);
  }

  private void start(List<String> work) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ClaimingProcess.class.getName());
    command.addAll(List.of(payments.url(), payments.chain().url("")));
    command.add(SqsServer.shared().endpoint().toString());
    command.addAll(List.of(payments.watchQueue(), payments.grantsQueue()));
    command.addAll(work);
    process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** SIGKILL. */
  private void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  private void awaitCredited(int least) {
    Eventually.within(
        Duration.ofSeconds(90),
        () -> assertThat(payments.count("payments.ledger_entries")).isGreaterThanOrEqualTo(least));
  }
}
