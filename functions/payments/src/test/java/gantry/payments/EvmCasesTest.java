package gantry.payments;

import static gantry.payments.EvmTransaction.OURS;
import static gantry.payments.EvmTransaction.PAYER;
import static gantry.payments.EvmTransaction.STRANGER;
import static gantry.payments.EvmTransaction.USDC;
import static gantry.payments.EvmTransaction.USDT;
import static gantry.payments.EvmTransaction.transfer;
import static gantry.payments.TestPayments.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import gantry.chains.TransactionHash;
import gantry.payments.EvmTransaction.Place;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Assets;
import gantry.payments.asset.Token;
import gantry.payments.chain.FindTransaction;
import gantry.payments.chain.Question;
import gantry.payments.verdict.JudgePayment;
import gantry.payments.verdict.Money;
import gantry.payments.verdict.PayerRule;
import gantry.payments.verdict.Reason;
import gantry.payments.verdict.Terms;
import gantry.payments.verdict.Terms.Earlier;
import gantry.payments.verdict.Terms.Option;
import gantry.payments.verdict.Terms.Window;
import gantry.payments.verdict.Thresholds;
import gantry.payments.verdict.Verdict;
import gantry.payments.verdict.Verdict.Sighting;
import gantry.providers.Deadline;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Etherscan and nodes answer, and what the rules make of it. The intent is over 25 dollars.
 */
class EvmCasesTest {
  private static final ChainId ETHEREUM = ChainId.evm(1);
  private static final String FAKE = "0x1111111111111111111111111111111111111111";
  private static int number;

  private static TestPayments payments;

  private PayerRule payer = new PayerRule.Vouched();
  private List<Option> options = List.of(option("USDT", "25"), option("ETH", "0.01"));

  @BeforeAll
  static void start() {
    payments = TestPayments.withoutDatabase();
  }

  @AfterAll
  static void stop() {
    payments.close();
  }

  @AfterEach
  void forget() {
    payments.chain().heal();
    // Heads are remembered, and breakers stay open, for a while.
    payments.clock().advance(Duration.ofMinutes(2));
  }

  @Test
  void aTransferOfTheAmountIsCredited() {
    var verdict = judge(paying("25000000"));

    assertThat(verdict.reason()).isEqualTo(Reason.OK);
    assertThat(sighting(verdict).confirmations()).isEqualTo(13);
    assertThat(money(verdict).payers()).containsExactly(evm(PAYER));
    assertThat(money(verdict).received()).hasToString("25000000");
  }

  @ParameterizedTest
  @CsvSource({
    "24875000, OK",
    "24874999, UNDERPAID",
    "25000001, OK",
    "25125000, OK",
    "25125001, OK_OVERPAID"
  })
  void halfAPercentIsTolerated(String units, Reason reason) {
    assertThat(judge(paying(units)).reason()).isEqualTo(reason);
  }

  @Test
  void aTokenThatOnlyCallsItselfTetherIsUnsupported() {
    assertThat(judge(tx(transfer(1, FAKE, PAYER, OURS, "25000000"))).reason())
        .isEqualTo(Reason.UNSUPPORTED_ASSET);
  }

  @Test
  void fakeAndRealInOneTransactionCountsTheReal() {
    var tx =
        tx(transfer(1, FAKE, PAYER, OURS, "25000000"), transfer(2, USDT, PAYER, OURS, "25000000"));

    assertThat(judge(tx).reason()).isEqualTo(Reason.OK);
  }

  @Test
  void anotherAssetOfOursIsTheWrongOne() {
    assertThat(judge(tx(transfer(1, USDC, PAYER, OURS, "25000000"))).reason())
        .isEqualTo(Reason.WRONG_ASSET);
  }

  @Test
  void theDecimalsAreThoseOfTheContract() {
    var eighteen = "25000000000000000000";
    var asset = Assets.find(ChainId.evm(56), "USDT").orElseThrow();

    assertThat(Amounts.ofCents(2_500, asset)).hasToString(eighteen);
    assertThat(judge(paying(eighteen)).reason()).isEqualTo(Reason.PROVIDER_DISAGREEMENT);
  }

  @Test
  void aRevertedTransactionFailed() {
    assertThat(judge(paying("25000000").reverted()).reason()).isEqualTo(Reason.TX_FAILED);
  }

  @Test
  void apartFromTransfersNothingPays() {
    assertThat(judge(tx(EvmTransaction.approval(1, USDT, PAYER, OURS, "25000000"))).reason())
        .isEqualTo(Reason.NO_TRANSFER);
    assertThat(judge(tx(EvmTransaction.nft(1, USDT, PAYER, OURS))).reason())
        .isEqualTo(Reason.NO_TRANSFER);
  }

  @Test
  void aTransferOfNothingIsPoison() {
    assertThat(judge(tx(transfer(1, USDT, PAYER, OURS, "0"))).reason())
        .isEqualTo(Reason.ZERO_AMOUNT);
  }

  @Test
  void toSomebodyElseIsNotToUs() {
    assertThat(judge(tx(transfer(1, USDT, PAYER, STRANGER, "25000000"))).reason())
        .isEqualTo(Reason.WRONG_RECIPIENT);
  }

  @Test
  void fromUsToUsIsNoPayment() {
    assertThat(judge(tx(transfer(1, USDT, OURS, OURS, "25000000"))).reason())
        .isEqualTo(Reason.SELF_TRANSFER);
  }

  @Test
  void legsToUsAreSummedAndLegsFromUsSubtracted() {
    var legs =
        judge(
            tx(
                transfer(1, USDT, PAYER, OURS, "20000000"),
                transfer(2, USDT, PAYER, OURS, "6000000"),
                transfer(3, USDT, OURS, STRANGER, "1000000")));

    assertThat(legs.reason()).isEqualTo(Reason.OK);
    assertThat(money(legs).received()).hasToString("25000000");
  }

  @Test
  void oneLegOfSeveralThatFitsExactlyLeavesTheOthersToOthers() {
    var tx =
        tx(transfer(1, USDT, PAYER, OURS, "30000000"), transfer(2, USDT, PAYER, OURS, "25000000"));

    assertThat(money(judge(tx)).legs()).extracting(leg -> leg.index()).containsExactly("event-1");
  }

  @Test
  void aRelayedTransferIsFromTheSmartAccount() {
    var relayed =
        tx(transfer(4, USDT, STRANGER, OURS, "25000000"))
            .calling("0x0000000071727de22e5e9d8baf0edac6f37da032", "0x0", "0x765e827f");
    payer = new PayerRule.Bound(evm(STRANGER));

    assertThat(judge(relayed).reason()).isEqualTo(Reason.OK);
  }

  @Test
  void anotherPayerThanTheBoundOneIsAMismatch() {
    payer = new PayerRule.Bound(evm(STRANGER));

    assertThat(judge(paying("25000000")).reason()).isEqualTo(Reason.PAYER_MISMATCH);
  }

  @Test
  void withoutProofOnlyTheExactAmountTellsWhoseItIs() {
    payer = new PayerRule.Unproven();

    assertThat(judge(paying("25000000")).reason()).isEqualTo(Reason.OK);
    assertThat(judge(paying("25000001")).reason()).isEqualTo(Reason.PAYER_UNPROVEN);
    assertThat(judge(paying("24999999")).reason()).isEqualTo(Reason.PAYER_UNPROVEN);
  }

  @Test
  void coinsCountByTheTransactionsValue() {
    var tx = tx().calling(OURS, "0x2386f26fc10000", "0x");

    assertThat(money(judge(tx)).asset().code()).isEqualTo("ETH");
    assertThat(judge(tx).reason()).isEqualTo(Reason.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {FAKE, USDC, USDT})
  void aTokenBesideThemHidesNoCoins(String token) {
    var tx =
        tx(transfer(1, token, PAYER, OURS, "1000")).calling(OURS, "0x2386f26fc10000", "0xabcdef");

    assertThat(judge(tx).reason()).isEqualTo(Reason.OK);
  }

  @Test
  void coinsAreNotLookedForWhereTheTokenIsPaidInFull() {
    payments.chain().forgetCalls();

    judge(paying("25000000"));

    assertThat(payments.chain().calls()).isEqualTo(3);
  }

  @Test
  void coinsThatAContractMovedAreSeenInItsTrace() {
    var tx = tx().calling(STRANGER, "0x0", "0xdeadbeef");
    payments
        .chain()
        .etherscanSays(
            "txlistinternal",
            """
            {"status":"1","message":"OK","result":[{"blockNumber":"1","from":"%s","to":"%s",
             "value":"10000000000000000","isError":"0","type":"call"}]}
            """
                .formatted(STRANGER, OURS));

    assertThat(judge(tx).reason()).isEqualTo(Reason.OK);
  }

  @Test
  void coinsThatOnlyOneProviderCanTraceAreAPersonsToCreditWhenTheyAreMany() {
    options = List.of(option("ETH", "0.5"));
    var tx = tx().calling(STRANGER, "0x0", "0xdeadbeef");
    payments.chain().mined(tx, 1, 2);
    payments
        .chain()
        .etherscanSays(
            "txlistinternal",
            """
            {"status":"1","message":"OK","result":[{"blockNumber":"1","from":"%s","to":"%s",
             "value":"500000000000000000","isError":"0","type":"call"}]}
            """
                .formatted(STRANGER, OURS));

    var verdict = ask(tx);

    assertThat(verdict.reason()).isEqualTo(Reason.SINGLE_PROVIDER);
    assertThat(sighting(verdict).evidence()).hasSize(2);
  }

  @Test
  void coinsThatNobodyCanTraceAreReviewed() {
    var tx = tx().calling(STRANGER, "0x0", "0xdeadbeef");
    payments
        .chain()
        .etherscanSays(
            "txlistinternal",
            "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"Missing/Invalid API Key\"}");

    assertThat(judge(tx).reason()).isEqualTo(Reason.INTERNAL_TRANSFER);
  }

  @ParameterizedTest
  @CsvSource({"11, AWAITING_CONFIRMATIONS", "12, OK"})
  void theBlockMustBeDeep(long confirmations, Reason reason) {
    assertThat(judge(paying("25000000").confirmed(confirmations)).reason()).isEqualTo(reason);
  }

  @Test
  void anotherBlockAtItsHeightIsAReorganisation() {
    var tx = paying("25000000");
    payments.chain().mined(tx);
    payments
        .chain()
        .etherscan(
            "eth_getBlockByNumber",
            "tag",
            tx.heightHex(),
            tx.block().replace("ab".repeat(32), "cd".repeat(32)));

    assertThat(ask(tx).reason()).isEqualTo(Reason.REORG_SUSPECTED);
    payments.chain().mined(tx);
  }

  @Test
  void aNodeThatDoesNotHaveTheBlockYetKnowsOfNoOther() {
    var tx = paying("25000000");
    payments.chain().mined(tx);
    payments.chain().etherscanSays("eth_getBlockByNumber", "{\"id\":1,\"result\":null}");

    assertThat(ask(tx).reason()).isEqualTo(Reason.PROVIDER_DOWN);
  }

  @ParameterizedTest
  @CsvSource({"-121, PREDATES_INTENT", "-120, OK", "7200, OK", "7201, PAID_LATE"})
  void theBlocksTimeCounts(long seconds, Reason reason) {
    var tx = paying("25000000");
    var place = tx.place();
    var moved =
        new Place(
            place.height() + 100 + Math.abs(seconds),
            "0x%064x".formatted(7_000_000 + seconds),
            TIME.plusSeconds(seconds),
            place.height() + 20_000);

    assertThat(judge(tx.in(moved)).reason()).isEqualTo(reason);
  }

  @Test
  void aPendingTransactionIsNotMined() {
    var tx = paying("25000000");
    payments.chain().etherscan("eth_getTransactionByHash", "txhash", tx.hash(), tx.pending());

    assertThat(ask(tx).reason()).isEqualTo(Reason.NOT_MINED);
  }

  @Test
  void whatNobodyKnowsIsNotFound() {
    assertThat(ask(paying("25000000")).reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void oneProvidersSilenceIsNotNoPayment() {
    var tx = paying("25000000");
    payments.chain().minedOn(1, tx);

    assertThat(ask(tx).reason()).isEqualTo(Reason.OK);
    assertThat(sighting(ask(tx)).evidence().getFirst().provider()).isEqualTo("evm-rpc-1-1");
  }

  @Test
  void aThrottleInsideA200IsNoAnswer() {
    payments
        .chain()
        .etherscanSays(
            "eth_getTransactionReceipt",
            """
            {"status":"0","message":"NOTOK",
             "result":"Max calls per sec rate limit reached (3/sec)"}
            """);

    assertThat(ask(paying("25000000")).reason()).isEqualTo(Reason.PROVIDER_RATE_LIMITED);
  }

  @Test
  void aProviderThatIsDownHidesNothing() {
    payments.chain().fail("etherscan", ChainStub.down());

    assertThat(ask(paying("25000000")).reason()).isEqualTo(Reason.PROVIDER_DOWN);
  }

  @Test
  void anAnswerAboutAnotherTransactionIsNone() {
    var asked = paying("25000000");
    var other = paying("25000000");
    payments
        .chain()
        .etherscan("eth_getTransactionReceipt", "txhash", asked.hash(), other.receipt());

    assertThat(ask(asked).reason()).isEqualTo(Reason.PROVIDER_DOWN);
  }

  @Test
  void aLargePaymentNeedsTwoWhoSawTheSame() {
    var tx = paying("1000000000");
    payments.chain().mined(tx, 1);

    assertThat(ask(tx).reason()).isEqualTo(Reason.OK_OVERPAID);
    assertThat(sighting(ask(tx)).evidence()).hasSize(2);
  }

  @Test
  void aSmallPartOfALargePaymentNeedsThemToo() {
    options = List.of(option("USDT", "1500"));
    var tx = paying("750000000");
    payments.chain().mined(tx);
    assertThat(ask(tx).reason()).isEqualTo(Reason.PROVIDER_DISAGREEMENT);

    payments.chain().minedOn(1, tx);

    assertThat(ask(tx).reason()).isEqualTo(Reason.UNDERPAID);
  }

  @Test
  void twoWhoDisagreeDecideNothing() {
    var tx = paying("1000000000");
    payments.chain().mined(tx);
    payments
        .chain()
        .minedOn(
            1,
            new EvmTransaction(
                tx.hash(),
                tx.place(),
                "0x1",
                tx.call(),
                List.of(transfer(1, USDT, PAYER, OURS, "999000000"))));

    assertThat(ask(tx).reason()).isEqualTo(Reason.PROVIDER_DISAGREEMENT);
  }

  @Test
  void aSecondProviderThatIsDownLeavesItOpen() {
    var tx = paying("1000000000");
    payments.chain().mined(tx);
    payments.chain().fail("rpc", ChainStub.down());

    assertThat(ask(tx).reason()).isEqualTo(Reason.PROVIDER_DOWN);
  }

  private static Money money(Verdict verdict) {
    return Objects.requireNonNull(verdict.money());
  }

  private static Sighting sighting(Verdict verdict) {
    return Objects.requireNonNull(verdict.sighting());
  }

  private static EvmTransaction paying(String units) {
    return tx(transfer(1, USDT, PAYER, OURS, units));
  }

  private static EvmTransaction tx(String... logs) {
    return EvmTransaction.at(++number, TIME, logs);
  }

  private Verdict judge(EvmTransaction tx) {
    payments.chain().mined(tx);
    return ask(tx);
  }

  private Verdict ask(EvmTransaction tx) {
    payments.clock().advance(Duration.ofSeconds(5));
    var hash = TransactionHash.parse(Family.EVM, tx.hash()).orElseThrow();
    var question = new Question(ETHEREUM, hash, Set.of(evm(OURS)), asked());
    var thresholds = payments.bean(Thresholds.class);
    var deadline = Deadline.in(Duration.ofSeconds(20));
    var finding =
        payments.bean(FindTransaction.class).find(question, thresholds::areReachedBy, deadline);
    return payments.bean(JudgePayment.class).judge(terms(), finding);
  }

  private Map<Token, BigInteger> asked() {
    return options.stream().collect(Collectors.toMap(it -> it.asset().token(), Option::units));
  }

  private Terms terms() {
    var window = new Window(TIME.minusSeconds(120), TIME.plusSeconds(7_200));
    return new Terms(options, window, payer, Earlier.NOTHING, Set.of());
  }

  private static Option option(String code, String amount) {
    var asset = Assets.find(ETHEREUM, code).orElseThrow();
    return new Option(asset, evm(OURS), Amounts.parse(amount, asset).orElseThrow());
  }

  private static Address evm(String text) {
    return Address.parse(Family.EVM, text).orElseThrow();
  }
}
