package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

/**
 * The API before a real database, one of each class; each test has transactions and a user of its
 * own.
 */
abstract class PaymentFlow {
  static final String USDT_ON_BSC = "0x55d398326f99059ff775485246999027b3197955";

  static TestPayments payments;

  private static int number = 1_000;

  final String user = "user-" + ++number;

  @BeforeAll
  static void start() {
    payments = TestPayments.start();
  }

  @AfterAll
  static void stop() {
    payments.close();
  }

  static Instant now() {
    return payments.clock().instant();
  }

  /** Time goes by, and whatever is due is looked at. */
  static void pass(Duration time) {
    payments.clock().advance(time);
    payments.sweep();
    payments.watch();
  }

  /** One that no node knows yet. */
  static EvmTransaction transaction(String... logs) {
    return transactionAt(now(), logs);
  }

  static EvmTransaction transactionAt(Instant time, String... logs) {
    return EvmTransaction.at(++number, time, logs);
  }

  /** USDT for us in a block that every node knows. */
  static EvmTransaction mined(String units) {
    return paidBy(PAYER, units);
  }

  static EvmTransaction paidBy(String payer, String units) {
    var tx = transaction(transfer(1, USDT, payer, OURS, units));
    payments.chain().mined(tx);
    return tx;
  }

  static String id(Answer intent) {
    return intent.text("/id");
  }

  /** What the back end that stated the intent submits. */
  static Answer claimed(Answer intent, EvmTransaction tx) {
    return stated(intent, tx.hash());
  }

  static Answer stated(Answer intent, String transaction) {
    return payments.claim(id(intent), transaction, "backend", "service");
  }

  static JsonNode shown(Answer intent) {
    return payments.get("/v1/payment-intents/" + id(intent), "root", "admin").body();
  }

  static String state(Answer intent) {
    return shown(intent).at("/state").asText();
  }

  Answer prove(Answer intent, Credentials wallet, String text) {
    var signed = Sign.signPrefixedMessage(text.getBytes(UTF_8), wallet.getEcKeyPair());
    var signature =
        HexFormat.of().formatHex(signed.getR())
            + HexFormat.of().formatHex(signed.getS())
            + HexFormat.of().formatHex(signed.getV());
    var body =
        "{\"chain\":\"eip155:1\",\"address\":\"%s\",\"signature\":\"0x%s\"}"
            .formatted(wallet.getAddress(), signature);
    return payments.post("/v1/payment-intents/" + id(intent) + "/payer-proof", body, user, "user");
  }

  /** Of the user's account in all their ledger entries. */
  String balance(String account) {
    var sum =
        payments.value(
            "SELECT coalesce(sum(l.units), 0) FROM payments.ledger_lines l"
                + " JOIN payments.ledger_entries e ON e.id = l.entry WHERE e.user_id = '"
                + user
                + "' AND l.account = '"
                + account
                + "'");
    return String.valueOf(sum);
  }
}
