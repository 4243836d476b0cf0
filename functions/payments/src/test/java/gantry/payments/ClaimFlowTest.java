package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;

/** From a submitted hash to its verdict, the ledger and the facts. */
class ClaimFlowTest extends PaymentFlow {
  @AfterEach
  void heal() {
    payments.chain().heal();
    payments.clock().advance(Duration.ofMinutes(2));
    payments.sweep();
    payments.grants();
  }

  @Test
  void theUniqueAmountIsCreditedOnceWithGrantLedgerAndEvent() {
    var intent = payments.intent(user);
    var tx = mined(units(intent));

    var answer = payments.claim(id(intent), tx.hash(), user);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/outcome")).isEqualTo("CREDITED");
    assertThat(answer.text("/reason")).isEqualTo("OK");
    assertThat(answer.text("/claimKey")).isEqualTo("eip155:1:" + tx.hash());
    assertThat(answer.text("/evidence/0/provider")).isEqualTo("etherscan");
    assertThat(payments.grants())
        .singleElement()
        .asString()
        .contains("\"plan\":\"PRO\"", "\"tenant\":\"acme\"", user);
    var claim = answer.text("/id");
    assertThat(payments.count("outbox.events WHERE aggregate = '" + claim + "'")).isEqualTo(1);
    var ledger = payments.get("/v1/ledger/" + user, user, "user").body().at("/items");
    assertThat(ledger).hasSize(1);
    assertThat(ledger.at("/0/lines").findValuesAsText("account"))
        .containsExactlyInAnyOrder("RECEIVED", "CREDITED");
    assertThat(state(intent)).isEqualTo("CREDITED");
  }

  @Test
  void fiftyAtOnceAreOneEntryAndFiftyCredits() throws Exception {
    var intent = payments.intent(user);
    var tx = mined(units(intent));

    var answers = atOnce(50, () -> payments.claim(id(intent), tx.hash(), user));

    assertThat(answers).extracting(it -> it.text("/outcome")).containsOnly("CREDITED");
    assertThat(payments.count("payments.ledger_entries WHERE user_id = '" + user + "'"))
        .isEqualTo(1);
    assertThat(payments.grants()).hasSize(1);
  }

  @Test
  void everyAliasIsTheSameClaim() {
    var intent = payments.intent(user);
    var tx = mined(units(intent));
    var digits = tx.hash().substring(2);
    var ids = new HashSet<String>();

    for (var alias :
        List.of(
            tx.hash(),
            "  " + digits + "\n",
            "0X" + digits.toUpperCase(Locale.ROOT),
            "https://etherscan.io/tx/" + tx.hash())) {
      ids.add(payments.claim(id(intent), alias, user).text("/id"));
    }

    assertThat(ids).hasSize(1);
  }

  @Test
  void anotherUsersIntentGetsNothingForTheSameTransaction() {
    var intent = payments.stated(user, "");
    var thief = payments.stated(user + "-thief", "");
    var tx = mined("25000000");
    claimed(intent, tx);

    var answer = claimed(thief, tx);

    assertThat(answer.text("/reason")).isEqualTo("ALREADY_CLAIMED");
    assertThat(payments.count("payments.consumed_legs WHERE hash = '" + tx.hash() + "'"))
        .isEqualTo(1);
  }

  @Test
  void manyIntentsRacingForOneTransactionCreditOne() throws Exception {
    var intents = new ArrayList<Answer>();
    for (var i = 0; i < 8; i++) {
      intents.add(payments.stated(user + "-" + i, ""));
    }
    var tx = mined("25000000");

    var claims = atOnceFor(intents, tx);

    assertThat(claims).filteredOn(it -> it.text("/outcome").equals("CREDITED")).hasSize(1);
    assertThat(claims).filteredOn(it -> it.text("/reason").equals("ALREADY_CLAIMED")).hasSize(7);
  }

  @Test
  void aTransactionWithTwoLegsPaysTwoIntents() {
    var one = payments.stated(user, "");
    var other = payments.stated(user + "-2", "");
    var tx =
        transaction(
            transfer(1, USDT, PAYER, OURS, "25000000"), transfer(2, USDT, PAYER, OURS, "25000000"));
    payments.chain().mined(tx);

    assertThat(claimed(one, tx).text("/claimKey")).endsWith("/event-0");
    assertThat(claimed(other, tx).text("/claimKey")).endsWith("/event-1");
    assertThat(claimed(payments.stated(user + "-3", ""), tx).text("/reason"))
        .isEqualTo("ALREADY_CLAIMED");
  }

  @Test
  void twoLegsThatAreEachMoreThanEnoughPayTwoIntents() {
    var tx =
        transaction(
            transfer(1, USDT, PAYER, OURS, "30000000"), transfer(2, USDT, PAYER, OURS, "25500000"));
    payments.chain().mined(tx);

    assertThat(claimed(payments.stated(user, ""), tx).text("/received")).isEqualTo("25.5");
    assertThat(claimed(payments.stated(user + "-2", ""), tx).text("/received")).isEqualTo("30");
  }

  @Test
  void aLegIsTheSameInAnotherBlock() {
    var tx = mined("25000000");
    claimed(payments.stated(user, ""), tx);
    var other = transfer(41, USDT, PAYER, OURS, "25000000");

    payments
        .chain()
        .mined(new EvmTransaction(tx.hash(), tx.place(), "0x1", tx.call(), List.of(other)));

    assertThat(claimed(payments.stated(user + "-2", ""), tx).text("/reason"))
        .isEqualTo("ALREADY_CLAIMED");
  }

  @Test
  void ofATransactionWhoseLegsHaveOldNamesNobodyElseGetsAny() {
    var owner = claimed(payments.stated(user, ""), mined("25000000")).text("/id");
    var tx = mined("25000000");
    payments.run(
        "INSERT INTO payments.consumed_legs VALUES ('eip155:1', '"
            + tx.hash()
            + "', 'log-7', '"
            + owner
            + "', now())");

    assertThat(claimed(payments.stated(user + "-2", ""), tx).text("/reason"))
        .isEqualTo("ALREADY_CLAIMED");
  }

  @Test
  void aClaimThatSawOldNamesIsCreditedWithTheWhole() {
    var intent = payments.intent(user);
    var tx = mined("25000000");
    var claim = payments.claim(id(intent), tx.hash(), user).text("/id");
    payments.run("UPDATE payments.claims SET legs = 'log-7' WHERE id = '" + claim + "'");
    claimed(payments.stated(user + "-2", ""), tx);

    assertThat(payments.resolve(claim, "CREDIT").text("/type")).isEqualTo("already-claimed");
  }

  @Test
  void severalPaymentsFillOneIntent() {
    var intent = payments.stated(user, "");
    var first = claimed(intent, mined("20000000"));
    assertThat(first.text("/reason")).isEqualTo("UNDERPAID");
    assertThat(first.text("/shortBy")).isEqualTo("5");
    assertThat(state(intent)).isEqualTo("REVIEW");

    var second = claimed(intent, mined("6000000"));

    assertThat(second.text("/reason")).isEqualTo("OK_OVERPAID");
    assertThat(second.text("/surplus")).isEqualTo("1");
    assertThat(state(intent)).isEqualTo("CREDITED");
    assertThat(balance("CREDITED")).isEqualTo("-25000000");
    assertThat(balance("SURPLUS")).isEqualTo("-1000000");
    assertThat(balance("UNALLOCATED")).isEqualTo("0");
    assertThat(payments.grants()).hasSize(1);
  }

  @Test
  void paidTwiceIsAPersonsDecision() {
    var intent = payments.stated(user, "");
    claimed(intent, mined("25000000"));

    var again = claimed(intent, mined("25000000"));

    assertThat(again.text("/reason")).isEqualTo("PAID_TWICE");
    var resolved = payments.resolve(again.text("/id"), "CREDIT");
    assertThat(resolved.text("/outcome")).isEqualTo("CREDITED");
    assertThat(payments.resolve(again.text("/id"), "CREDIT").status()).isEqualTo(409);
    assertThat(payments.grants()).hasSize(2);
    assertThat(
            payments.count(
                "audit.events WHERE action = 'payment.resolved' AND before_hash <> after_hash"
                    + " AND object = '"
                    + again.text("/id")
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void whatAnOperatorRefusesIsToBeReturned() {
    var intent = payments.stated(user, "");
    var claim = claimed(intent, mined("1000000")).text("/id");

    assertThat(payments.resolve(claim, "REJECT").text("/reason")).isEqualTo("REFUSED_BY_OPERATOR");
    assertThat(balance("TO_RETURN")).isEqualTo("-1000000");
    assertThat(balance("UNALLOCATED")).isEqualTo("0");
  }

  @Test
  void aPublicHashOfSomebodyElseBlocksNobody() {
    var owner = payments.stated(user, "");
    var thief = payments.intent(user + "-thief");
    var tx = mined("25000000");

    assertThat(payments.claim(id(thief), tx.hash(), user + "-thief").text("/reason"))
        .isEqualTo("PAYER_UNPROVEN");
    assertThat(claimed(owner, tx).text("/reason")).isEqualTo("OK");
  }

  @Test
  void aSignatureProvesThePayer() {
    var wallet = Credentials.create("0x" + "1f".repeat(32));
    var intent = payments.intent(user);
    var tx = transaction(transfer(1, USDT, wallet.getAddress(), OURS, "25100000"));
    payments.chain().mined(tx);
    assertThat(payments.claim(id(intent), tx.hash(), user).text("/reason"))
        .isEqualTo("PAYER_UNPROVEN");

    var wrong = prove(intent, wallet, "something else");
    var right = prove(intent, wallet, intent.text("/payerProof/eip155:1"));
    payments.watch();

    assertThat(wrong.text("/type")).isEqualTo("wrong-signature");
    assertThat(right.status()).isEqualTo(200);
    assertThat(state(intent)).isEqualTo("CREDITED");
  }

  @Test
  void aStatedPayerMustBeTheSender() {
    var stated = payments.stated(user, ",\"payerAddress\":\"" + EvmTransaction.STRANGER + "\"");
    var tx = mined("25000000");

    assertThat(claimed(stated, tx).text("/reason")).isEqualTo("PAYER_MISMATCH");
    assertThat(claimed(payments.stated(user + "-2", ""), tx).text("/reason")).isEqualTo("OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
        "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b",
        "TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5",
        "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad0",
        "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad077",
        "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad\u200b07",
        "0x0000000000000000000000000000000000000000000000000000000000000000",
        "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202\u0430804bfa5e86a0665dad07",
        "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202\uff41804bfa5e86a0665dad07",
        "\u0665et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m",
        "https://sepolia.etherscan.io/tx/0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad07",
        "https://explorer.solana.com/tx/5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m?cluster=devnet",
        "https://evil.example.org/tx/0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad07"
      })
  void whatIsNoTransactionIsInvalidWithoutACall(String text) {
    var intent = payments.intent(user);
    payments.chain().forgetCalls();

    var answer = payments.claim(id(intent), text, user);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/type")).isEqualTo("invalid-transaction");
    assertThat(answer.text("/outcome")).isEqualTo("INVALID");
    assertThat(payments.chain().calls()).isZero();
  }

  @Test
  void tenKilobytesAreInvalid() {
    var intent = payments.intent(user);

    assertThat(payments.claim(id(intent), "0x" + "a".repeat(10_000), user).status()).isEqualTo(422);
  }

  @Test
  void anUnknownHashIsWatchedAndEndsWithoutATrace() {
    var intent = payments.intent(user);
    var hash = transaction().hash();

    var answer = payments.claim(id(intent), hash, user);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/reason")).isEqualTo("NOT_FOUND");
    assertThat(answer.text("/retryAt")).isNotEmpty();
    assertThat(answer.body().toString()).doesNotContain(hash.substring(10));
    payments.clock().advance(Duration.ofHours(25));
    payments.sweep();
    payments.watch();
    var claim = shown(intent).at("/claims/0");
    assertThat(claim.at("/outcome").asText()).isEqualTo("REJECTED");
    assertThat(
            payments.count("payments.claims WHERE submission LIKE '%" + hash.substring(10) + "%'"))
        .isZero();
  }

  @Test
  void theWatchCreditsWhatIsMinedLater() {
    var intent = payments.intent(user);
    var tx = transaction(transfer(1, USDT, PAYER, OURS, units(intent)));
    payments.chain().mined(tx.confirmed(3));
    assertThat(payments.claim(id(intent), tx.hash(), user).text("/reason"))
        .isEqualTo("AWAITING_CONFIRMATIONS");

    payments.chain().mined(tx.confirmed(12));
    payments.clock().advance(Duration.ofMinutes(2));
    payments.sweep();
    payments.watch();

    assertThat(state(intent)).isEqualTo("CREDITED");
    assertThat(payments.grants()).hasSize(1);
  }

  @Test
  void aCreditThatDisappearsIsReviewedAndNotDebited() {
    var intent = payments.stated(user, "");
    var tx = mined("25000000");
    var claim = claimed(intent, tx).text("/id");

    payments.chain().mined(gone(tx));
    payments.clock().advance(Duration.ofMinutes(62));
    payments.sweep();
    payments.watch();

    var shown = shown(intent).at("/claims/0");
    assertThat(shown.at("/reason").asText()).isEqualTo("CREDIT_DISAPPEARED");
    assertThat(balance("CREDITED")).isEqualTo("-25000000");
    payments.resolve(claim, "REJECT");
    assertThat(balance("CREDITED")).isEqualTo("0");
    assertThat(payments.count("outbox.events WHERE type = 'payment.reversed'")).isEqualTo(1);
  }

  @Test
  void aCreditThatStandsIsLookedAtOnceMoreOnly() {
    var intent = payments.stated(user, "");
    claimed(intent, mined("25000000"));

    payments.clock().advance(Duration.ofMinutes(62));
    payments.sweep();
    payments.watch();

    assertThat(
            payments.count(
                "payments.claims WHERE next_check_at IS NOT NULL AND user_id = '" + user + "'"))
        .isZero();
  }

  @Test
  void aForeignIntentDoesNotExist() {
    var intent = payments.intent(user);

    assertThat(payments.get("/v1/payment-intents/" + id(intent), "other", "user").status())
        .isEqualTo(404);
    assertThat(payments.claim(id(intent), "0x" + "12".repeat(32), "other").status()).isEqualTo(404);
    assertThat(payments.get("/v1/ledger/" + user, "other", "user").status()).isEqualTo(404);
    assertThat(payments.get("/v1/payments", user, "user").status()).isEqualTo(403);
  }

  @Test
  void operatorsListWhatIsInReview() {
    var intent = payments.stated(user, "");
    var claim = claimed(intent, mined("1000000")).text("/id");

    var listed = payments.list("/v1/payments", "state", "REVIEW");

    assertThat(listed.body().at("/items").findValuesAsText("id")).contains(claim);
  }

  @Test
  void theLedgerListsEachEntryWithItsLinesPageByPage() {
    var intent = payments.stated(user, "");
    claimed(intent, mined("20000000"));
    payments.clock().advance(Duration.ofSeconds(1));
    claimed(intent, mined("5000000"));

    var newest = payments.list("/v1/ledger/" + user, "limit", "1").body();
    var all = payments.list("/v1/ledger/" + user, "limit", "9").body();

    assertThat(newest.at("/items")).hasSize(1);
    assertThat(newest.at("/items/0")).isEqualTo(all.at("/items/0"));
    assertThat(all.at("/items").findValuesAsText("kind")).containsExactly("CREDIT", "RECEIPT");
    assertThat(all.at("/items/0/lines").findValuesAsText("units"))
        .containsExactlyInAnyOrder("5000000", "20000000", "-25000000");
    assertThat(all.at("/items/1/lines").findValuesAsText("units"))
        .containsExactlyInAnyOrder("20000000", "-20000000");
    var rest =
        payments.list("/v1/ledger/" + user, "cursor", newest.at("/nextCursor").asText()).body();
    assertThat(rest.at("/items")).singleElement().isEqualTo(all.at("/items/1"));
  }

  @Test
  void aForgedCursorWasNotMadeByTheList() {
    var place = "+1000000000-12-31T23:59:59.999999999Z 01a2006a-0410-7e21-a99e-1977d675d9fd";
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));

    assertThat(payments.list("/v1/payments", "cursor", cursor).status()).isEqualTo(400);
  }

  @Test
  void openIntentsOfOneRecipientNeverShareAnAmount() throws Exception {
    var intents = atOnce(16, () -> payments.intent(user));

    assertThat(intents).extracting(ClaimFlowTest::units).doesNotHaveDuplicates();
  }

  @Test
  void termsAreABackEndsToState() {
    var asUser =
        payments.post(
            "/v1/payment-intents",
            "{\"asset\":\"USDT\",\"amount\":\"1\",\"chains\":[\"eip155:1\"]}",
            user,
            "user");
    var wrong =
        payments.post(
            "/v1/payment-intents",
            "{\"userId\":\"u\",\"asset\":\"DOGE\",\"amount\":\"0.0000001\",\"chains\":[\"eip155:1\"]}",
            "backend",
            "service");

    assertThat(asUser.status()).isEqualTo(422);
    assertThat(wrong.body().at("/errors").findValuesAsText("field")).contains("asset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE payments.ledger_entries SET at = now()",
        "DELETE FROM payments.ledger_entries",
        "TRUNCATE payments.ledger_entries CASCADE",
        "UPDATE payments.ledger_lines SET units = units * 2",
        "DELETE FROM payments.ledger_lines",
        "TRUNCATE payments.ledger_lines",
        "UPDATE payments.consumed_legs SET leg = leg || '-again'",
        "DELETE FROM payments.consumed_legs",
        "TRUNCATE payments.consumed_legs"
      })
  void theLedgerAndWhatIsConsumedOnlyGrow(String change) {
    claimed(payments.stated(user, ""), mined("25000000"));

    assertThatThrownBy(() -> payments.run(change)).hasMessageContaining("The ledger only grows");
  }

  @Test
  void theDatabaseRefusesAnEntryThatDoesNotBalance() {
    claimed(payments.stated(user, ""), mined("25000000"));

    assertThatThrownBy(() ->
            payments.run(
                "INSERT INTO payments.ledger_lines (entry, account, currency, units)"
                    + " SELECT id, 'TO_RETURN', 'eip155:1/USDT', 1 FROM payments.ledger_entries"
                    + " WHERE kind = 'CREDIT'"))
        .hasMessageContaining("does not sum to zero");
  }

  /** The chain knows another block at the height. */
  private static EvmTransaction gone(EvmTransaction tx) {
    return tx.reverted();
  }

  private static String units(Answer intent) {
    return TestPayments.units(intent, "eip155:1", "USDT", 6);
  }

  private List<Answer> atOnceFor(List<Answer> intents, EvmTransaction tx) throws Exception {
    var next = intents.iterator();
    return atOnce(
        intents.size(),
        () -> {
          Answer intent;
          synchronized (intents) {
            intent = next.next();
          }
          return claimed(intent, tx);
        });
  }

  private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var running = IntStream.range(0, times).mapToObj(_ -> threads.submit(call)).toList();
      var answers = new ArrayList<Answer>();
      for (Future<Answer> answer : running) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
