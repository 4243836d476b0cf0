package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.STRANGER;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import gantry.payments.TestPayments.Answer;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

/** Claims that wait for a person, a proof or a provider, before a real database. */
class ReviewFlowTest {
  private static final String USDT_ON_BSC = "0x55d398326f99059ff775485246999027b3197955";
  private static final Credentials WALLET = Credentials.create("0x" + "1f".repeat(32));

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
        EvmTransaction.at(
            ++number,
            payments.clock().instant(),
            transfer(1, USDT, PAYER, OURS, "10000000"),
            transfer(2, USDT, PAYER, OURS, "25000000"));
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
    var tx =
        EvmTransaction.at(++number, payments.clock().instant())
            .calling(STRANGER, "0x0", "0xdeadbeef");
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
  @ValueSource(ints = {0, 2})
  void aHashOfMoneyOnAnotherOfOurChainsIsFoundThere(int digitsFrom) {
    var intent = payments.stated(user, "");
    var tx =
        EvmTransaction.at(
                ++number,
                payments.clock().instant(),
                transfer(1, USDT_ON_BSC, PAYER, OURS, "25000000000000000000"))
            .confirmed(30);
    payments.chain().minedOn(56, tx);

    var claim = stated(intent, tx.hash().substring(digitsFrom));

    assertThat(claim.text("/reason")).isEqualTo("WRONG_CHAIN");
    assertThat(claim.text("/chain")).isEqualTo("eip155:56");
  }

  @Test
  void moneyOnAnotherChainIsNotBookedAsIfItHadComeOnTheIntents() {
    var intent = payments.stated(user, "");
    var tx =
        EvmTransaction.at(
                ++number,
                payments.clock().instant(),
                transfer(1, USDT_ON_BSC, PAYER, OURS, "25000000000000000000"))
            .confirmed(30);
    payments.chain().minedOn(56, tx);
    var claim = stated(intent, "https://bscscan.com/tx/" + tx.hash());

    var refused = payments.resolve(claim.text("/id"), "CREDIT");

    assertThat(claim.text("/reason")).isEqualTo("WRONG_CHAIN");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/type")).isEqualTo("asset-unknown");
    assertThat(payments.count("payments.ledger_entries WHERE user_id = '" + user + "'")).isZero();
    assertThat(payments.resolve(claim.text("/id"), "REJECT").text("/outcome"))
        .isEqualTo("REJECTED");
  }

  @Test
  void aClaimOnAChainThatLeftTheRecipientsIsNotDueForEver() {
    var intent = payments.stated(user, "");
    var tx = EvmTransaction.at(++number, payments.clock().instant());
    stated(intent, "https://bscscan.com/tx/" + tx.hash());
    payments.run("UPDATE payments.claims SET hint = 'eip155:137' WHERE user_id = '" + user + "'");

    pass(Duration.ofMinutes(1));
    assertThat(due()).isZero();
    pass(Duration.ofHours(25));

    assertThat(claim(intent).at("/outcome").asText()).isEqualTo("REVIEW");
    assertThat(looksPlanned()).isZero();
  }

  @Test
  void whileEveryProviderHangsTheAnswerComesWithinEightSeconds() {
    var intent = payments.stated(user, "");
    var hanging = WireMock.ok().withFixedDelay(20_000);
    payments.chain().fail("etherscan", hanging);
    payments.chain().fail("rpc", hanging);
    var before = System.nanoTime();

    var tx = EvmTransaction.at(++number, payments.clock().instant());
    var answer = stated(intent, tx.hash());

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/reason")).isEqualTo("PROVIDER_DOWN");
  }

  @Test
  void aWrongExplorersHintIsTakenBackByTheHashAlone() {
    var intent = payments.stated(user, "");
    var tx = EvmTransaction.at(++number, payments.clock().instant(), usdt("25000000"));
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
    submitted(intent, EvmTransaction.at(++number, payments.clock().instant()));
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

  private static void pass(Duration time) {
    payments.clock().advance(time);
    payments.sweep();
    payments.watch();
  }

  private static EvmTransaction paidBy(String payer, String units) {
    var now = payments.clock().instant();
    var tx = EvmTransaction.at(++number, now, transfer(1, USDT, payer, OURS, units));
    payments.chain().mined(tx);
    return tx;
  }

  private Answer submitted(Answer intent, EvmTransaction tx) {
    return payments.claim(intent.text("/id"), tx.hash(), user);
  }

  private static Answer stated(Answer intent, String transaction) {
    return payments.claim(intent.text("/id"), transaction, "backend", "service");
  }

  private void prove(Answer intent) {
    prove(intent, WALLET);
  }

  private void prove(Answer intent, Credentials wallet) {
    var text = intent.text("/payerProof/eip155:1").getBytes(UTF_8);
    var signed = Sign.signPrefixedMessage(text, wallet.getEcKeyPair());
    var signature =
        HexFormat.of().formatHex(signed.getR())
            + HexFormat.of().formatHex(signed.getS())
            + HexFormat.of().formatHex(signed.getV());
    var body =
        "{\"chain\":\"eip155:1\",\"address\":\"%s\",\"signature\":\"0x%s\"}"
            .formatted(wallet.getAddress(), signature);
    var path = "/v1/payment-intents/" + intent.text("/id") + "/payer-proof";
    assertThat(payments.post(path, body, user, "user").status()).isEqualTo(200);
  }

  private static JsonNode claim(Answer intent) {
    return payments
        .get("/v1/payment-intents/" + intent.text("/id"), "root", "admin")
        .body()
        .at("/claims/0");
  }

  private long due() {
    return payments.count(
        "payments.claims WHERE next_check_at <= '%s' AND user_id = '%s'"
            .formatted(payments.clock().instant(), user));
  }

  private long looksPlanned() {
    return payments.count(
        "payments.claims WHERE next_check_at IS NOT NULL AND user_id = '" + user + "'");
  }
}
