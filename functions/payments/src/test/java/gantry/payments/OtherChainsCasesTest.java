package gantry.payments;

import static gantry.payments.TestPayments.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.TransactionHash;
import gantry.chains.TronAddress;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Assets;
import gantry.payments.chain.FindTransaction;
import gantry.payments.chain.Finding;
import gantry.payments.chain.Question;
import gantry.payments.verdict.JudgePayment;
import gantry.payments.verdict.PayerRule;
import gantry.payments.verdict.Reason;
import gantry.payments.verdict.Terms;
import gantry.payments.verdict.Terms.Earlier;
import gantry.payments.verdict.Terms.Option;
import gantry.payments.verdict.Terms.Window;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Deadline;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Solscan, a Solana node, Tronscan and TronGrid answer; the intent is over 25 dollars. */
class OtherChainsCasesTest {
  private static final String SIGNATURE =
      "5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m";
  private static final String OUR_WALLET = "B1ybzdGNPRAXDfXLSeBnVhXYKnLhG47u7pP321p6Qk2J";
  private static final String WALLET = "FQqXcLMbqxAeTXw75y8vAiUuQ5A3SDUhhy7EfZfs7c6g";
  private static final String ACCOUNT = "2ePoy5ymi4JmnbRi8FAus36cUmCk27AC1rFX1eTFHayK";
  private static final String OUR_ACCOUNT = "Hs8ewJt68uTcSnMqHt4UtUp15byivRoWCQVXM2cAGpdL";
  private static final String MINT = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
  private static final String HASH =
      "0f80ff676b8085334d23b61658eac27c47c07d6b23439ee983dde81655888c6f";
  private static final String OURS = "TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5";
  private static final String PAYER = "TQZ2KfhaFx8UrGi1mpSzpPVsfWqbaA25e2";
  private static final String USDT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

  private final TestPayments payments = TestPayments.withoutDatabase();
  private PayerRule payer = new PayerRule.Vouched();

  @AfterEach
  void stop() {
    payments.close();
  }

  @Test
  void solscansBalanceChangesPay() {
    payments.chain().solscan(SIGNATURE, solscan(1, "finalized", MINT));
    payer = new PayerRule.Bound(solana(WALLET));

    assertThat(solana()).isEqualTo(Reason.OK);
  }

  @Test
  void whatFailedOnSolanaFailed() {
    payments.chain().solscan(SIGNATURE, solscan(0, "finalized", MINT));

    assertThat(solana()).isEqualTo(Reason.TX_FAILED);
  }

  @Test
  void anotherMintIsNoAssetOfOurs() {
    payments.chain().solscan(SIGNATURE, solscan(1, "finalized", ACCOUNT));

    assertThat(solana()).isEqualTo(Reason.UNSUPPORTED_ASSET);
  }

  @Test
  void whatIsNotFinalizedWaits() {
    payments.chain().solscan(SIGNATURE, solscan(1, "confirmed", MINT));

    assertThat(solana()).isEqualTo(Reason.NOT_MINED);
  }

  @ParameterizedTest
  @CsvSource({"25000000, OK", "24800000, UNDERPAID"})
  void aNodesBalancesPayAlsoIntoANewAccount(String units, Reason reason) {
    payments.chain().solanaNode("getTransaction", node(units, "null"));
    payments.chain().fail("solscan", ChainStub.down());

    assertThat(solana()).isEqualTo(reason);
  }

  @Test
  void aFailedTransactionOfANodeFailed() {
    payments
        .chain()
        .solanaNode(
            "getTransaction", node("25000000", "{\"InstructionError\":[0,{\"Custom\":1}]}"));

    assertThat(solana()).isEqualTo(Reason.TX_FAILED);
  }

  @Test
  void theCommittedButUnfinishedWaitsToo() {
    payments
        .chain()
        .solanaNode(
            "getSignatureStatuses",
            """
            {"context":{"slot":1},"value":[{"slot":1,"confirmations":3,"err":null,
             "status":{"Ok":null},"confirmationStatus":"confirmed"}]}
            """);

    assertThat(solana()).isEqualTo(Reason.NOT_MINED);
  }

  @Test
  void anUnknownSignatureIsNotFoundUnlessSomebodyIsSilent() {
    assertThat(solana()).isEqualTo(Reason.NOT_FOUND);
    payments.chain().fail("rpc-solana", ChainStub.down());
    assertThat(solana()).isEqualTo(Reason.PROVIDER_DOWN);
  }

  @ParameterizedTest
  @CsvSource({"500000000, OK", "400000000, UNDERPAID"})
  void bothSolanaProvidersSeeCoins(String units, Reason reason) {
    payments.chain().solscan(SIGNATURE, solscanCoins(units));
    assertThat(judge(solanaFinding(), coin(ChainId.SOLANA, "SOL", "0.5"))).isEqualTo(reason);
    payments.chain().fail("solscan", ChainStub.down());
    payments.chain().solanaNode("getTransaction", nodeCoins(units));

    assertThat(judge(solanaFinding(), coin(ChainId.SOLANA, "SOL", "0.5"))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"90000000, OK", "80000000, UNDERPAID"})
  void bothTronProvidersSeeCoins(String units, Reason reason) {
    payments.chain().tronscan(HASH, tronscanCoins(units));
    assertThat(judge(tronFinding(), coin(ChainId.TRON, "TRX", "90"))).isEqualTo(reason);
    payments.chain().fail("tronscan", ChainStub.down());
    gridKnows(coinInfo(), coinTransaction(units));

    assertThat(judge(tronFinding(), coin(ChainId.TRON, "TRX", "90"))).isEqualTo(reason);
  }

  @Test
  void coinsInsideAContractOfTronAreReviewed() {
    var internal = "\"internal_transactions\":[{\"hash\":\"ab\",\"callValueInfo\":[{}]}]";
    payments.chain().tronscan(HASH, called(internal));
    assertThat(judge(tronFinding(), coin(ChainId.TRON, "TRX", "90")))
        .isEqualTo(Reason.INTERNAL_TRANSFER);
    payments.chain().fail("tronscan", ChainStub.down());
    gridKnows(coinInfo().replace("\"fee\":0", "\"fee\":0," + internal), transaction("SUCCESS"));

    assertThat(judge(tronFinding(), coin(ChainId.TRON, "TRX", "90")))
        .isEqualTo(Reason.INTERNAL_TRANSFER);
  }

  @Test
  void tronscansTransferPays() {
    payments.chain().tronscan(HASH, tronscan(USDT, "SUCCESS", "true", 412));
    payer = new PayerRule.Bound(tron(PAYER));

    assertThat(tron()).isEqualTo(Reason.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, false, 0, AWAITING_CONFIRMATIONS",
    "SUCCESS, true, 18, AWAITING_CONFIRMATIONS",
    "SUCCESS, true, 19, OK",
    "OUT_OF_ENERGY, true, 412, TX_FAILED"
  })
  void tronCountsOnceConfirmedAndGood(String ret, String confirmed, int times, Reason reason) {
    payments.chain().tronscan(HASH, tronscan(USDT, ret, confirmed, times));

    assertThat(tron()).isEqualTo(reason);
  }

  @Test
  void aTokenThatOnlyCallsItselfTetherIsUnsupportedOnTronToo() {
    payments.chain().tronscan(HASH, tronscan(PAYER, "SUCCESS", "true", 412));

    assertThat(tron()).isEqualTo(Reason.UNSUPPORTED_ASSET);
  }

  @Test
  void tronGridsLogPaysWhenTronscanIsDown() {
    payments.chain().fail("tronscan", ChainStub.down());
    payments.chain().tronGrid("walletsolidity", "gettransactioninfobyid", info());
    payments.chain().tronGrid("walletsolidity", "gettransactionbyid", transaction("SUCCESS"));
    payments.chain().tronGrid("wallet", "getnowblock", newest(78_123_868));

    assertThat(tron()).isEqualTo(Reason.OK);
  }

  @Test
  void bothTronProvidersNameALegAlike() {
    payments.chain().tronscan(HASH, tronscan(USDT, "SUCCESS", "true", 412));
    var one = evidenceLegs();
    payments.chain().fail("tronscan", ChainStub.down());
    payments.chain().tronGrid("walletsolidity", "gettransactioninfobyid", info());
    payments.chain().tronGrid("walletsolidity", "gettransactionbyid", transaction("SUCCESS"));
    payments.chain().tronGrid("wallet", "getnowblock", newest(78_123_868));

    assertThat(evidenceLegs()).isEqualTo(one).hasSize(1);
  }

  @Test
  void aSuspendedKeyIsAThrottle() {
    payments.chain().fail("tronscan", ChainStub.down());
    payments
        .chain()
        .fail(
            "trongrid",
            WireMock.jsonResponse(
                "{\"Error\":\"The key exceeds the frequency limit(15), suspended for 30s\"}", 403));

    assertThat(tron()).isEqualTo(Reason.PROVIDER_DOWN);
  }

  private void gridKnows(String info, String transaction) {
    payments.chain().tronGrid("walletsolidity", "gettransactioninfobyid", info);
    payments.chain().tronGrid("walletsolidity", "gettransactionbyid", transaction);
    payments.chain().tronGrid("wallet", "getnowblock", newest(78_123_868));
  }

  private Reason judge(Finding finding, Option option) {
    return payments.bean(JudgePayment.class).judge(terms(option), finding).reason();
  }

  private static Option coin(ChainId chain, String code, String amount) {
    var asset = Assets.find(chain, code).orElseThrow();
    var recipient = chain.equals(ChainId.TRON) ? tron(OURS) : solana(OUR_WALLET);
    return new Option(asset, recipient, Amounts.parse(amount, asset).orElseThrow());
  }

  private List<String> evidenceLegs() {
    var verdict = payments.bean(JudgePayment.class).judge(tronTerms(), tronFinding());
    var money = Objects.requireNonNull(verdict.money());
    return money.legs().stream().map(leg -> leg.index()).toList();
  }

  private Reason tron() {
    return payments.bean(JudgePayment.class).judge(tronTerms(), tronFinding()).reason();
  }

  private Terms tronTerms() {
    return terms(new Option(Assets.find(ChainId.TRON, "USDT").orElseThrow(), tron(OURS), amount()));
  }

  private Finding tronFinding() {
    var hash = TransactionHash.parse(ChainId.Family.TRON, HASH).orElseThrow();
    return find(new Question(ChainId.TRON, hash, Set.of(tron(OURS)), Map.of()));
  }

  private Reason solana() {
    var asset = Assets.find(ChainId.SOLANA, "USDC").orElseThrow();
    return judge(solanaFinding(), new Option(asset, solana(OUR_WALLET), amount()));
  }

  private Finding solanaFinding() {
    var hash = TransactionHash.parse(ChainId.Family.SOLANA, SIGNATURE).orElseThrow();
    return find(new Question(ChainId.SOLANA, hash, Set.of(solana(OUR_WALLET)), Map.of()));
  }

  private Finding find(Question question) {
    var thresholds = payments.bean(Thresholds.class);
    var deadline = Deadline.in(Duration.ofSeconds(20));
    return payments.bean(FindTransaction.class).find(question, thresholds::areReachedBy, deadline);
  }

  private Terms terms(Option option) {
    var window = new Window(TIME.minusSeconds(120), TIME.plusSeconds(7_200));
    return new Terms(List.of(option), window, payer, Earlier.NOTHING, Set.of());
  }

  private static BigInteger amount() {
    return Amounts.parse("25", 6).orElseThrow();
  }

  private static Address solana(String text) {
    return Address.parse(ChainId.Family.SOLANA, text).orElseThrow();
  }

  private static Address tron(String text) {
    return Address.parse(ChainId.Family.TRON, text).orElseThrow();
  }

  private static String solscan(int status, String finality, String mint) {
    return """
    {"tx_hash":"%s","block_id":345678901,"block_time":%d,"fee":5000,"priority_fee":0,
     "status":%d,"tx_status":"%s","compute_units_consumed":6200,"signer":["%s"],
     "sol_bal_change":[{"address":"%s","pre_balance":"1000000000","post_balance":"999995000",
       "change_amount":"-5000"}],
     "token_bal_change":[
      {"address":"%s","token_address":"%s","owner":"%s","pre_owner":"%s","post_owner":"%s",
       "change_type":"inc","change_amount":"25000000","pre_balance":0,"post_balance":"25000000",
       "decimals":6},
      {"address":"%s","token_address":"%s","owner":"%s","pre_owner":"%s","post_owner":"%s",
       "change_type":"dec","change_amount":"-25000000","pre_balance":"100000000",
       "post_balance":"75000000","decimals":6}],
     "parsed_instructions":[],"log_message":[],"address_table_lookup":[]}
    """
        .formatted(
            SIGNATURE,
            TIME.getEpochSecond(),
            status,
            finality,
            WALLET,
            WALLET,
            OUR_ACCOUNT,
            mint,
            OUR_WALLET,
            OUR_WALLET,
            OUR_WALLET,
            ACCOUNT,
            mint,
            WALLET,
            WALLET,
            WALLET);
  }

  /** Our account is made in the same transaction: there is no balance of it before. */
  private static String node(String units, String err) {
    return """
    {"slot":345678901,"blockTime":%d,"version":0,
     "transaction":{"signatures":["%s"],"message":{"recentBlockhash":"x","accountKeys":[
       {"pubkey":"%s","signer":true,"writable":true,"source":"transaction"},
       {"pubkey":"%s","signer":false,"writable":true,"source":"transaction"},
       {"pubkey":"%s","signer":false,"writable":true,"source":"lookupTable"}],
      "instructions":[]}},
     "meta":{"err":%s,"fee":5000,
      "preBalances":[1000000000,2039280,0],"postBalances":[997955720,2039280,2039280],
      "preTokenBalances":[{"accountIndex":1,"mint":"%s","owner":"%s",
        "programId":"TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb",
        "uiTokenAmount":{"amount":"100000000","decimals":6}}],
      "postTokenBalances":[{"accountIndex":1,"mint":"%s","owner":"%s",
        "uiTokenAmount":{"amount":"75000000","decimals":6}},
       {"accountIndex":2,"mint":"%s","owner":"%s",
        "uiTokenAmount":{"amount":"%s","decimals":6}}],
      "innerInstructions":[],"loadedAddresses":{"readonly":[],"writable":[]}}}
    """
        .formatted(
            TIME.getEpochSecond(),
            SIGNATURE,
            WALLET,
            ACCOUNT,
            OUR_ACCOUNT,
            err,
            MINT,
            WALLET,
            MINT,
            WALLET,
            MINT,
            OUR_WALLET,
            units);
  }

  private static String solscanCoins(String units) {
    return """
    {"tx_hash":"%s","block_id":345678901,"block_time":%d,"fee":5000,"status":1,
     "tx_status":"finalized","signer":["%s"],
     "sol_bal_change":[
      {"address":"%s","pre_balance":"1000000000","post_balance":"1","change_amount":"-%s"},
      {"address":"%s","pre_balance":"0","post_balance":"%s","change_amount":"%s"}],
     "token_bal_change":[],"parsed_instructions":[],"log_message":[],"address_table_lookup":[]}
    """
        .formatted(
            SIGNATURE, TIME.getEpochSecond(), WALLET, WALLET, units, OUR_WALLET, units, units);
  }

  private static String nodeCoins(String units) {
    return """
    {"slot":345678901,"blockTime":%d,"version":0,
     "transaction":{"signatures":["%s"],"message":{"recentBlockhash":"x","accountKeys":[
       {"pubkey":"%s","signer":true,"writable":true,"source":"transaction"},
       {"pubkey":"%s","signer":false,"writable":true,"source":"transaction"}],
      "instructions":[]}},
     "meta":{"err":null,"fee":5000,"preBalances":[%s,0],"postBalances":[0,%s],
      "preTokenBalances":[],"postTokenBalances":[],"innerInstructions":[],
      "loadedAddresses":{"readonly":[],"writable":[]}}}
    """
        .formatted(TIME.getEpochSecond(), SIGNATURE, WALLET, OUR_WALLET, units, units);
  }

  private static String tronscanCoins(String units) {
    return """
    {"block":78123456,"hash":"%s","timestamp":%d,"ownerAddress":"%s","toAddress":"%s",
     "contractType":1,"confirmed":true,"confirmations":412,"revert":false,"contractRet":"SUCCESS",
     "contractData":{"amount":%s,"owner_address":"%s","to_address":"%s"},
     "trc20TransferInfo":[],"internal_transactions":{},"cost":{"fee":0},"info":{},"data":""}
    """
        .formatted(HASH, TIME.toEpochMilli(), PAYER, OURS, units, PAYER, OURS);
  }

  /** A contract that tells of no token. */
  private static String called(String internal) {
    return """
    {"block":78123456,"hash":"%s","timestamp":%d,"ownerAddress":"%s","toAddress":"%s",
     "contractType":31,"confirmed":true,"confirmations":412,"revert":false,"contractRet":"SUCCESS",
     "contractData":{"data":"deadbeef","owner_address":"%s","contract_address":"%s"},
     "trc20TransferInfo":[],%s,"cost":{"fee":0},"info":{},"data":""}
    """
        .formatted(HASH, TIME.toEpochMilli(), PAYER, USDT, PAYER, USDT, internal);
  }

  private static String coinInfo() {
    return """
    {"id":"%s","fee":0,"blockNumber":78123456,"blockTimeStamp":%d,"contractResult":[""],
     "receipt":{"net_usage":268}}
    """
        .formatted(HASH, TIME.toEpochMilli());
  }

  private static String coinTransaction(String units) {
    return """
    {"txID":"%s","ret":[{"contractRet":"SUCCESS"}],"raw_data":{"contract":[
     {"type":"TransferContract","parameter":{"value":{"amount":%s,"owner_address":"41%s",
      "to_address":"41%s"}}}]}}
    """
        .formatted(HASH, units, hex(PAYER), hex(OURS));
  }

  private static String tronscan(String contract, String ret, String confirmed, int times) {
    return """
    {"block":78123456,"hash":"%s","timestamp":%d,"ownerAddress":"%s","toAddress":"%s",
     "contractType":31,"contract_type":"trc20","confirmed":%s,"confirmations":%d,"revert":false,
     "contractRet":"%s","contractData":{"data":"a9059cbb","owner_address":"%s",
     "contract_address":"%s"},
     "trc20TransferInfo":[{"symbol":"USDT","name":"Tether USD","type":"Transfer",
      "tokenType":"trc20","level":"2","vip":true,"status":0,"contract_address":"%s",
      "from_address":"%s","to_address":"%s","amount_str":"25000000","decimals":6},
      {"symbol":"USDT","type":"Approval","tokenType":"trc20","contract_address":"%s",
      "from_address":"%s","to_address":"%s","amount_str":"99000000","decimals":6}],
     "cost":{"fee":0},"riskTransaction":false,"srConfirmList":[],"info":{},"data":""}
    """
        .formatted(
            HASH,
            TIME.toEpochMilli(),
            PAYER,
            contract,
            confirmed,
            times,
            ret,
            PAYER,
            contract,
            contract,
            PAYER,
            OURS,
            contract,
            PAYER,
            OURS);
  }

  private static String info() {
    return """
    {"id":"%s","fee":0,"blockNumber":78123456,"blockTimeStamp":%d,"contractResult":["01"],
     "contract_address":"41a614f803b6fd780986a42c78ec9c7f77e6ded13c",
     "receipt":{"result":"SUCCESS","energy_usage":14631},
     "log":[{"address":"a614f803b6fd780986a42c78ec9c7f77e6ded13c",
      "topics":["ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
       "000000000000000000000000%s","000000000000000000000000%s"],
      "data":"00000000000000000000000000000000000000000000000000000000017d7840"}]}
    """
        .formatted(HASH, TIME.toEpochMilli(), hex(PAYER), hex(OURS));
  }

  private static String transaction(String ret) {
    return """
    {"txID":"%s","ret":[{"contractRet":"%s"}],"raw_data":{"contract":[
     {"type":"TriggerSmartContract","parameter":{"value":{"owner_address":"41%s"}}}]}}
    """
        .formatted(HASH, ret, hex(PAYER));
  }

  private static String newest(long height) {
    return "{\"block_header\":{\"raw_data\":{\"number\":%d}}}".formatted(height);
  }

  private static String hex(String address) {
    var bytes = TronAddress.parse(address).orElseThrow().bytes();
    return HexFormat.of().formatHex(bytes);
  }
}
