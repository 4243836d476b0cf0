package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.STRANGER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;

/** Claims that wait for a person, a proof or a provider, before a real database. */
class ReviewFlowTest extends PaymentFlow {
  private static final Credentials WALLET = Credentials.create("0x" + "1f".repeat(32));

  @AfterEach
  void heal() {
    payments.chain().heal();
    pass(Duration.ofMinutes(2));
    payments.clock().advance(Duration.ofMinutes(2)); // No head of an earlier test is remembered.
  }

  @Test
  void anOutageTakesNoEvidenceFromAClaimThatWaitsForAProof() {
    var intent = payments.intent(user);
    var tx = paidBy(WALLET.getAddress(), "25100000");
    var before = submitted(intent, tx);

    outage();
    var again = submitted(intent, tx);

    assertThat(before.text("/reason")).isEqualTo("PAYER_UNPROVEN");
    assertThat(again.body()).isEqualTo(before.body());
    assertThat(again.status()).isEqualTo(200);
  }

  @Test
  void aProofDuringAnOutageCountsAfterIt() {
    var intent = payments.intent(user);
    submitted(intent, paidBy(WALLET.getAddress(), "25100000"));

    outage();
    prove(intent);
    payments.watch();
    assertThat(claim(intent).at("/reason").asText()).isEqualTo("PAYER_UNPROVEN");
    payments.chain().heal();
    pass(Duration.ofMinutes(16));

    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("CREDITED");
  }

  @Test
  void aLookThatChangesNothingIsNotRepeatedForEver() {
    var intent = payments.intent(user);
    var tx = paidBy(PAYER, "25100000");
    submitted(intent, tx);

    outage();
    submitted(intent, tx);

    assertThat(looksPlanned()).isZero();
  }

  @Test
  void aProofOfTheRightAccountFollowsOneOfAWrongOne() {
    var intent = payments.intent(user);
    var tx = paidBy(WALLET.getAddress(), "25100000");
    prove(intent, Credentials.create("0x" + "2e".repeat(32)));
    assertThat(submitted(intent, tx).text("/reason")).isEqualTo("PAYER_MISMATCH");

    prove(intent);
    payments.watch();

    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("CREDITED");
  }

  @Test
  void moneyThatWasSeenIsNotForgottenWhenTheWatchIsOver() {
    var intent = payments.intent(user);
    var tx = paidBy(PAYER, "25100000");
    var before = submitted(intent, tx);
    pass(Duration.ofHours(25));

    payments.chain().forget(tx);
    var again = submitted(intent, tx);

    assertThat(again.body()).isEqualTo(before.body());
    assertThat(
            payments.count("payments.claims WHERE submission = '" + tx.hash().substring(2) + "'"))
        .isEqualTo(1);
  }

  @Test
  void whatWasSeenBeforeItWasFinalAndIsGoneIsAPersonsDecision() {
    var intent = payments.intent(user);
    var tx = paidBy(PAYER, "25100000");
    payments.chain().mined(tx.confirmed(3));
    submitted(intent, tx);

    payments.chain().forget(tx);
    pass(Duration.ofMinutes(16));
    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("PENDING");
    pass(Duration.ofHours(25));

    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("REVIEW");
    assertThat(claim(intent).at("/reason").asText()).isEqualTo("NOT_FOUND");
    assertThat(claim(intent).at("/claimKey").asText()).isEqualTo("eip155:1:" + tx.hash());
  }

  @Test
  void aRefusedCreditTakesNoLegWithTheStoredAnswer() {
    var half =
        transaction(
            transfer(1, USDT, PAYER, OURS, "10000000"), transfer(2, USDT, PAYER, OURS, "25000000"));
    payments.chain().mined(half);
    var claim = submitted(payments.intent(user), half).text("/id");
    var other = payments.stated(user + "-2", "");
    assertThat(stated(other, half.hash()).text("/reason")).isEqualTo("OK");

    var answer = payments.resolve(claim, "CREDIT", "key-" + user);

    assertThat(answer.text("/type")).isEqualTo("already-claimed");
    assertThat(payments.resolve(claim, "CREDIT", "key-" + user)).isEqualTo(answer);
    assertThat(payments.count("idempotency.requests WHERE expires_at < claimed_at + '30 days'"))
        .isZero();
    assertThat(payments.count("payments.consumed_legs WHERE claim = '" + claim + "'")).isZero();
  }

  @Test
  void coinsThatNobodyCouldTraceAreBookedAsCoins() {
    var intent = payments.intent(user);
    var tx = transaction().calling(STRANGER, "0x0", "0xdeadbeef");
    payments.chain().mined(tx);
    payments
        .chain()
        .etherscanSays(
            "txlistinternal", "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"No trace\"}");
    var claim = submitted(intent, tx);

    var resolved = payments.resolve(claim.text("/id"), "CREDIT");

    assertThat(claim.text("/reason")).isEqualTo("INTERNAL_TRANSFER");
    assertThat(resolved.text("/outcome")).isEqualTo("CREDITED");
    var ledger = payments.get("/v1/ledger/" + user, user, "user").body();
    assertThat(ledger.findValuesAsText("currency")).containsOnly("eip155:1/ETH");
    assertThat(ledger.findValuesAsText("units"))
        .contains(TestPayments.units(intent, "eip155:1", "ETH", 18));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "https://bscscan.com/tx/0x"})
  void moneyOnAnotherOfOurChainsIsFoundThereAndNotBookedAsTheIntents(String before) {
    var intent = payments.stated(user, "");
    var money = transfer(1, USDT_ON_BSC, PAYER, OURS, "25000000000000000000");
    var tx = transaction(money).confirmed(30);
    payments.chain().minedOn(56, tx);
    var claim = stated(intent, before + tx.hash().substring(2));

    var refused = payments.resolve(claim.text("/id"), "CREDIT");

    assertThat(claim.text("/reason")).isEqualTo("WRONG_CHAIN");
    assertThat(claim.text("/chain")).isEqualTo("eip155:56");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/type")).isEqualTo("asset-unknown");
    assertThat(payments.count("payments.ledger_entries WHERE user_id = '" + user + "'")).isZero();
    assertThat(payments.resolve(claim.text("/id"), "REJECT").text("/outcome"))
        .isEqualTo("REJECTED");
  }

  @Test
  void aClaimOnAChainThatLeftTheRecipientsIsNotDueForEver() {
    var intent = payments.stated(user, "");
    var tx = transaction();
    stated(intent, "https://bscscan.com/tx/" + tx.hash());
    payments.run("UPDATE payments.claims SET hint = 'eip155:137' WHERE user_id = '" + user + "'");

    pass(Duration.ofMinutes(1));
    assertThat(due()).isZero();
    pass(Duration.ofHours(25));

    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("REVIEW");
    assertThat(looksPlanned()).isZero();
  }

  @Test
  void whileEveryProviderHangsTheAnswerComesLongBeforeTheirs() {
    var intent = payments.stated(user, "");
    var hanging = WireMock.ok().withFixedDelay(20_000);
    payments.chain().fail("etherscan", hanging);
    payments.chain().fail("rpc", hanging);
    var before = System.nanoTime();

    var tx = transaction();
    var answer = stated(intent, tx.hash());

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(14));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/reason")).isEqualTo("PROVIDER_DOWN");
  }

  @Test
  void aWrongExplorersHintIsTakenBackByTheHashAlone() {
    var intent = payments.stated(user, "");
    var tx = transaction(usdt("25000000"));
    stated(intent, "https://bscscan.com/tx/" + tx.hash());
    stated(intent, tx.hash());

    payments.chain().mined(tx);
    pass(Duration.ofMinutes(16));

    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("CREDITED");
  }

  @Test
  void whatNobodyHasSeenCannotBeCredited() {
    var intent = payments.intent(user);
    outage();
    submitted(intent, transaction());
    pass(Duration.ofHours(25));
    var claim = claim(intent);

    var refused = payments.resolve(claim.at("/id").asText(), "CREDIT");

    assertThat(claim.at("/outcome").asText()).isEqualTo("REVIEW");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/type")).isEqualTo("asset-unknown");
  }

  private static String usdt(String units) {
    return transfer(1, USDT, PAYER, OURS, units);
  }

  private static void outage() {
    payments.chain().fail("etherscan", ChainStub.down());
    payments.chain().fail("rpc", ChainStub.down());
  }

  private Answer submitted(Answer intent, EvmTransaction tx) {
    return payments.claim(intent.text("/id"), tx.hash(), user);
  }

  private void prove(Answer intent) {
    prove(intent, WALLET);
  }

  private void prove(Answer intent, Credentials wallet) {
    assertThat(prove(intent, wallet, intent.text("/payerProof/eip155:1")).status()).isEqualTo(200);
  }

  private static JsonNode claim(Answer intent) {
    return shown(intent).at("/claims/0");
  }

  private long due() {
    return payments.count(
        "payments.claims WHERE next_check_at <= '%s' AND user_id = '%s'".formatted(now(), user));
  }

  private long looksPlanned() {
    return payments.count(
        "payments.claims WHERE next_check_at IS NOT NULL AND user_id = '" + user + "'");
  }
}
