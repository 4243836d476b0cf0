package gantry.payments.solana;

import gantry.chains.ChainId;
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
import gantry.providers.JsonRpc;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Solana node: a transaction counts once it is finalized. */
final class SolanaRpcClient implements ChainProvider {
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT.within(Duration.ofMillis(2_500), Duration.ofMillis(1_500)).withAttempts(2);

  private static final Map<String, Object> FINALIZED =
      Map.of(
          "commitment", "finalized",
          "encoding", "jsonParsed",
          "maxSupportedTransactionVersion", 0);

  private final JsonRpc rpc;

  SolanaRpcClient(Providers providers, String url) {
    this.rpc = new JsonRpc(providers.client(ProviderSettings.of(name(), url).limited(LIMITS)));
  }

  @Override
  public String name() {
    return "solana-rpc";
  }

  @Override
  public boolean covers(ChainId chain) {
    return chain.equals(ChainId.SOLANA);
  }

  @Override
  public Lookup find(Question question, Deadline deadline) {
    try {
      var signature = question.hash().value();
      var transaction = call(deadline, "getTransaction", signature, FINALIZED);
      return transaction.isNull() ? unfinished(signature, deadline) : mined(question, transaction);
    } catch (NoAnswerException e) {
      return new Lookup.Unavailable(e.trouble());
    }
  }

  private Lookup unfinished(String signature, Deadline deadline) {
    var statuses =
        call(
            deadline,
            "getSignatureStatuses",
            List.of(signature),
            Map.of("searchTransactionHistory", true));
    var status = statuses.at("value").at(0);
    if (status.isAbsent()) {
      throw NoAnswerException.down();
    }
    return status.isNull() ? new Lookup.Unknown() : new Lookup.Waiting();
  }

  private Lookup mined(Question question, Json json) {
    var id = json.at("transaction", "signatures").at(0).text();
    var meta = json.at("meta");
    var slot = number(json.at("slot"));
    var time = number(json.at("blockTime"));
    if (!id.equals(Optional.of(question.hash().value()))
        || !meta.isObject()
        || slot.isEmpty()
        || time.isEmpty()) {
      throw NoAnswerException.down();
    }
    var block = new Block(slot.get(), null, Instant.ofEpochSecond(time.get()), 1, Standing.FINAL);
    var isGood = meta.at("err").isNull();
    var legs = isGood ? BalanceChange.legs(new SolanaBalances(json).changes()) : List.<Leg>of();
    var execution = isGood ? Execution.SUCCEEDED : Execution.FAILED;
    return new Lookup.Mined(new Evidence(name(), question, block, execution, legs));
  }

  private Json call(Deadline deadline, String method, Object... params) {
    return Answers.result(rpc.call(deadline, method, params));
  }

  private static Optional<Long> number(Json json) {
    return json.integer().filter(number -> number.bitLength() < 63).map(BigInteger::longValue);
  }
}
