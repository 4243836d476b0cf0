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
import gantry.payments.chain.RecentHeads;
import gantry.payments.evm.TransferLog;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A TRON node behind TronGrid: what the solidity node knows can no longer be replaced. */
final class TronGridClient implements ChainProvider {
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT
          .within(Duration.ofMillis(2_500), Duration.ofMillis(1_500))
          .withAttempts(2)
          .withPerSecond(10);

  private final ProviderClient provider;
  private final Secrets secrets;
  private final RecentHeads heads;

  TronGridClient(Providers providers, TronConfig config, Secrets secrets, Clock clock) {
    this.provider =
        providers.client(
            ProviderSettings.of(name(), config.trongridBaseUrl())
                .limited(LIMITS)
                .judgedBy(TronAnswers::reasonAgainst));
    this.secrets = secrets;
    this.heads = new RecentHeads(clock);
  }

  @Override
  public String name() {
    return "trongrid";
  }

  @Override
  public boolean covers(ChainId chain) {
    return chain.equals(ChainId.TRON);
  }

  @Override
  public Lookup find(Question question, Deadline deadline) {
    try {
      var info = ask("walletsolidity", "gettransactioninfobyid", question, deadline);
      return info.members().isEmpty()
          ? unfinished(question, deadline)
          : mined(question, info, deadline);
    } catch (NoAnswerException e) {
      return new Lookup.Unavailable(e.trouble());
    }
  }

  private Lookup unfinished(Question question, Deadline deadline) {
    var known = ask("wallet", "gettransactionbyid", question, deadline);
    if (!known.members().isEmpty()) {
      return new Lookup.Waiting();
    }
    var info = ask("wallet", "gettransactioninfobyid", question, deadline);
    return info.members().isEmpty() ? new Lookup.Unknown() : new Lookup.Waiting();
  }

  private Lookup mined(Question question, Json info, Deadline deadline) {
    var transaction = ask("walletsolidity", "gettransactionbyid", question, deadline);
    var id = question.hash().value();
    if (!info.at("id").text().equals(Optional.of(id))
        || !transaction.at("txID").text().equals(Optional.of(id))) {
      throw NoAnswerException.down();
    }
    var execution = execution(info, transaction);
    var legs = execution == Execution.FAILED ? List.<Leg>of() : legs(info, transaction);
    var block = block(info, deadline);
    return new Lookup.Mined(new Evidence(name(), question, block, execution, legs));
  }

  private static Execution execution(Json info, Json transaction) {
    var isGood =
        transaction.at("ret").at(0).at("contractRet").text().filter("SUCCESS"::equals).isPresent();
    var hasFailed = info.at("result").text().filter("FAILED"::equals).isPresent();
    if (!isGood || hasFailed) {
      return Execution.FAILED;
    }
    return info.at("internal_transactions").items().isEmpty()
        ? Execution.SUCCEEDED
        : Execution.SUCCEEDED_UNTRACED;
  }

  private Block block(Json info, Deadline deadline) {
    var height = TronAnswers.number(info.at("blockNumber"));
    var confirmations = heads.confirmations(ChainId.TRON, height, () -> head(deadline));
    var time = Instant.ofEpochMilli(TronAnswers.number(info.at("blockTimeStamp")));
    return new Block(height, null, time, confirmations, Standing.CANONICAL);
  }

  private long head(Deadline deadline) {
    var json = call(ProviderRequest.post("wallet", "getnowblock").json(Map.of()), deadline);
    return TronAnswers.number(json.at("block_header", "raw_data", "number"));
  }

  private static List<Leg> legs(Json info, Json transaction) {
    var legs = new TronLegs();
    info.at("log").items().forEach(log -> addToken(legs, log));
    var contract = transaction.at("raw_data", "contract").at(0);
    if (contract.at("type").text().filter("TransferContract"::equals).isPresent()) {
      addCoin(legs, contract.at("parameter", "value"));
    }
    return legs.all();
  }

  private static void addToken(TronLegs legs, Json log) {
    var contract = TronAnswers.address(log.at("address"));
    var transfer = TransferLog.read(log);
    if (contract.isPresent() && transfer.isPresent()) {
      legs.add(
          new Token(ChainId.TRON, contract.get()),
          TronAddress.ofBytes(transfer.get().from()),
          TronAddress.ofBytes(transfer.get().to()),
          transfer.get().units());
    }
  }

  private static void addCoin(TronLegs legs, Json transfer) {
    legs.addCoin(
        TronAnswers.address(transfer.at("owner_address")).orElseThrow(NoAnswerException::down),
        TronAnswers.address(transfer.at("to_address")).orElseThrow(NoAnswerException::down),
        TronAnswers.units(transfer.at("amount")).orElseThrow(NoAnswerException::down));
  }

  private Json ask(String node, String method, Question question, Deadline deadline) {
    var body = Map.of("value", question.hash().value());
    return call(ProviderRequest.post(node, method).json(body), deadline);
  }

  private Json call(ProviderRequest request, Deadline deadline) {
    secrets.find("TRONGRID_API_KEY").ifPresent(key -> request.header("TRON-PRO-API-KEY", key));
    return Answers.object(provider, request.repeatable(), deadline);
  }
}
