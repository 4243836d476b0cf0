package gantry.payments.tron;

import gantry.chains.ChainId;
import gantry.chains.TronAddress;
import gantry.payments.asset.Token;
import gantry.payments.chain.Answers;
import gantry.payments.chain.Block;
import gantry.payments.chain.Block.Standing;
import gantry.payments.chain.ChainProvider;
import gantry.payments.chain.Evidence;
import gantry.payments.chain.Evidence.Execution;
import gantry.payments.chain.Leg;
import gantry.payments.chain.Lookup;
import gantry.payments.chain.NoAnswerException;
import gantry.payments.chain.Question;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tronscan. An unknown hash is an empty object; {@code toAddress} may be the contract. */
final class TronscanClient implements ChainProvider {
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT
          .within(Duration.ofMillis(3_000), Duration.ofMillis(1_800))
          .withAttempts(2)
          .withPerSecond(5);
  private static final String COIN_TRANSFER = "1";

  private final ProviderClient provider;
  private final Secrets secrets;

  TronscanClient(Providers providers, TronConfig config, Secrets secrets) {
    this.provider =
        providers.client(
            ProviderSettings.of(name(), config.tronscanBaseUrl())
                .limited(LIMITS)
                .judgedBy(TronAnswers::reasonAgainst));
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "tronscan";
  }

  @Override
  public boolean covers(ChainId chain) {
    return chain.equals(ChainId.TRON);
  }

  @Override
  public Lookup find(Question question, Deadline deadline) {
    var request =
        ProviderRequest.get("api", "transaction-info").query("hash", question.hash().value());
    try {
      secrets.find("TRONSCAN_API_KEY").ifPresent(key -> request.header("TRON-PRO-API-KEY", key));
      var json = Answers.object(provider, request, deadline);
      return json.members().isEmpty() ? new Lookup.Unknown() : mined(question, json);
    } catch (NoAnswerException e) {
      return new Lookup.Unavailable(e.trouble());
    }
  }

  private Lookup mined(Question question, Json json) {
    if (!json.at("hash").text().equals(Optional.of(question.hash().value()))) {
      throw NoAnswerException.down();
    }
    var isGood = json.at("contractRet").text().filter("SUCCESS"::equals).isPresent();
    var isReverted = json.at("revert").flag().orElse(false);
    var execution = isGood && !isReverted ? execution(json) : Execution.FAILED;
    var legs = execution == Execution.FAILED ? List.<Leg>of() : legs(json);
    return new Lookup.Mined(new Evidence(name(), question, block(json), execution, legs));
  }

  private static Block block(Json json) {
    var isConfirmed = json.at("confirmed").flag().orElse(false);
    return new Block(
        TronAnswers.number(json.at("block")),
        null,
        Instant.ofEpochMilli(TronAnswers.number(json.at("timestamp"))),
        isConfirmed ? TronAnswers.number(json.at("confirmations")) : 0,
        Standing.CANONICAL);
  }

  private static Execution execution(Json json) {
    var internal = json.at("internal_transactions");
    return internal.items().isEmpty() && internal.members().isEmpty()
        ? Execution.SUCCEEDED
        : Execution.SUCCEEDED_UNTRACED;
  }

  private static List<Leg> legs(Json json) {
    var legs = new TronLegs();
    json.at("trc20TransferInfo").items().forEach(transfer -> addToken(legs, transfer));
    if (json.at("contractType").scalar().filter(COIN_TRANSFER::equals).isPresent()) {
      addCoin(legs, json.at("contractData"));
    }
    return legs.all();
  }

  private static void addToken(TronLegs legs, Json transfer) {
    var isTransfer = transfer.at("type").text().filter("Transfer"::equals).isPresent();
    var isGood = transfer.at("status").scalar().orElse("0").equals("0");
    var contract = transfer.at("contract_address").text().flatMap(TronAddress::parse);
    if (!isTransfer || !isGood || contract.isEmpty()) {
      return;
    }
    legs.add(
        new Token(ChainId.TRON, contract.get()),
        TronAnswers.address(transfer.at("from_address")).orElseThrow(NoAnswerException::down),
        TronAnswers.address(transfer.at("to_address")).orElseThrow(NoAnswerException::down),
        TronAnswers.units(transfer.at("amount_str")).orElseThrow(NoAnswerException::down));
  }

  private static void addCoin(TronLegs legs, Json transfer) {
    legs.addCoin(
        TronAnswers.address(transfer.at("owner_address")).orElseThrow(NoAnswerException::down),
        TronAnswers.address(transfer.at("to_address")).orElseThrow(NoAnswerException::down),
        TronAnswers.units(transfer.at("amount")).orElseThrow(NoAnswerException::down));
  }
}
