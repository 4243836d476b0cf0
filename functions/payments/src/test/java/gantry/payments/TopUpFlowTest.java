package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Intents that several transactions fill, and what becomes of them when one disappears. */
class TopUpFlowTest {
  private static int number = 1_000;

  private static TestPayments payments;

  private final String user = "user-" + ++number;

  @BeforeAll
  static void start() {
    payments = TestPayments.start();
  }

  @AfterAll
  static void stop() {
    payments.close();
  }

  @AfterEach
  void heal() {
    payments.chain().heal();
    pass(Duration.ofMinutes(62));
  }

  @Test
  void theEventTellsWhatWasCreditedAndNotWhatCameLast() {
    var intent = payments.stated(user, "");
    claimed(intent, mined("20000000"));

    var last = claimed(intent, mined("6000000")).text("/id");

    assertThat(credited(last)).isEqualTo("25000000");
  }

  private static Answer claimed(Answer intent, EvmTransaction tx) {
    return payments.claim(intent.text("/id"), tx.hash(), "backend", "service");
  }

  private static EvmTransaction mined(String units) {
    var now = payments.clock().instant();
    var tx = EvmTransaction.at(++number, now, transfer(1, USDT, PAYER, OURS, units));
    payments.chain().mined(tx);
    return tx;
  }

  private static void pass(Duration time) {
    payments.clock().advance(time);
    payments.sweep();
    payments.watch();
  }

  /** What the event of a claim says. */
  private static String credited(String claim) {
    var units = payments.value(
        "SELECT payload ->> 'units' FROM outbox.events"
            + " WHERE type = 'payment.credited' AND aggregate = '"
            + claim
            + "'");
    return String.valueOf(units);
  }
}
