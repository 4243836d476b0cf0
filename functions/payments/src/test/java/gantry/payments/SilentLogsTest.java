package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.payments.TestPayments.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is submitted may be a private key: no line tells it, whatever happens to the claim. */
class SilentLogsTest {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final TestPayments payments = TestPayments.start();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(written, true, UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(before);
    payments.close();
  }

  @Test
  void noLineTellsWhatWasSubmitted() {
    var intent = payments.stated("alice", "");
    var paid = payments.clock().instant();
    var tx = EvmTransaction.at(0xabcdef, paid, transfer(1, USDT, PAYER, OURS, "25000000"));
    submit(intent, "0x" + "1f2e3d4c".repeat(8) + "5b");
    submit(intent, "abandon ability able about above absent absorb abstract absurd abuse access");
    payments.chain().fail("etherscan", ChainStub.down());
    payments.chain().fail("rpc", ChainStub.down());
    submit(intent, "0x" + "9a8b7c6d".repeat(8));
    payments.chain().heal();
    payments.clock().advance(Duration.ofMinutes(2));
    payments.chain().mined(tx);
    submit(intent, tx.hash());
    payments.chain().forget(tx);
    payments.clock().advance(Duration.ofHours(25));
    payments.sweep();
    payments.watch();

    assertThat(written.toString(UTF_8))
        .contains("gave no answer about", "has disappeared")
        .doesNotContainIgnoringCase("1f2e3d4c", "9a8b7c6d", "abandon", tx.hash().substring(40));
  }

  private void submit(Answer intent, String transaction) {
    payments.claim(intent.text("/id"), transaction, "backend", "service");
  }
}
