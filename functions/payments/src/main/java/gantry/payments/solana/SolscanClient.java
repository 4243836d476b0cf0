package gantry.payments.solana;

import gantry.chains.ChainId;
import gantry.chains.SolanaAddress;
import gantry.payments.chain.Block;
import gantry.payments.chain.Block.Standing;
import gantry.payments.chain.ChainProvider;
import gantry.payments.chain.Evidence;
import gantry.payments.chain.Evidence.Execution;
import gantry.payments.chain.Lookup;
import gantry.payments.chain.NoAnswerException;
import gantry.payments.chain.Question;
import gantry.payments.chain.Trouble;
import gantry.providers.Answer;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.Outcome.Unavailable;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Solscan Pro v2. What it does not call finalized counts as unfinished. */
final class SolscanClient implements ChainProvider {
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT
          .within(Duration.ofMillis(3_000), Duration.ofMillis(1_800))
          .withAttempts(2)
          .withPerSecond(10);

  private final ProviderClient provider;
  private final Secrets secrets;

  SolscanClient(Providers providers, String baseUrl, Secrets secrets) {
    this.provider = providers.client(ProviderSettings.of(name(), baseUrl).limited(LIMITS));
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "solscan";
  }

  @Override
  public boolean covers(ChainId chain) {
    return chain.equals(ChainId.SOLANA);
  }

  @Override
  public Lookup find(Question question, Deadline deadline) {
    var request = ProviderRequest.get("transaction", "detail").query("tx", question.hash().value());
    secrets.find("SOLSCAN_API_KEY").ifPresent(key -> request.header("token", key));
    try {
      return switch (provider.call(request, deadline)) {
        case Answer answer -> lookup(question, answer);
        case Unavailable(var reason) -> new Lookup.Unavailable(Trouble.of(reason));
      };
    } catch (NoAnswerException e) {
      return new Lookup.Unavailable(e.trouble());
    }
  }

  private Lookup lookup(Question question, Answer answer) {
    var json = answer.json().orElseThrow(NoAnswerException::down);
    if (answer.status() == 404 && json.at("success").flag().equals(Optional.of(false))) {
      return new Lookup.Unknown();
    }
    if (!answer.isSuccess() || !json.at("success").flag().orElse(false)) {
      throw NoAnswerException.down();
    }
    return mined(question, json.at("data"));
  }

  private Lookup mined(Question question, Json transaction) {
    if (!transaction.at("tx_hash").text().equals(Optional.of(question.hash().value()))) {
      throw NoAnswerException.down();
    }
    if (transaction.at("tx_status").text().filter("finalized"::equals).isEmpty()) {
      return new Lookup.Waiting();
    }
    var slot = number(transaction.at("block_id"));
    var time = Instant.ofEpochSecond(number(transaction.at("block_time")));
    var block = new Block(slot, null, time, 1, Standing.FINAL);
    var isGood = transaction.at("status").scalar().filter("1"::equals).isPresent();
    var legs =
        isGood ? BalanceChange.legs(changes(transaction)) : List.<gantry.payments.chain.Leg>of();
    var execution = isGood ? Execution.SUCCEEDED : Execution.FAILED;
    return new Lookup.Mined(new Evidence(name(), question, block, execution, legs));
  }

  private static List<BalanceChange> changes(Json transaction) {
    var changes = new ArrayList<BalanceChange>();
    for (var row : transaction.at("token_bal_change").items()) {
      changes.add(new BalanceChange(owner(row), address(row.at("token_address")), moved(row)));
    }
    for (var row : transaction.at("sol_bal_change").items()) {
      changes.add(new BalanceChange(address(row.at("address")), null, moved(row)));
    }
    return changes;
  }

  /** An account may change hands; what counts is who has it afterwards. */
  private static SolanaAddress owner(Json row) {
    var after = row.at("post_owner").text().flatMap(SolanaAddress::parse);
    return after.orElseGet(() -> address(row.at("owner")));
  }

  private static BigInteger moved(Json row) {
    return row.at("change_amount")
        .scalar()
        .filter(text -> text.matches("-?\\d{1,20}"))
        .map(BigInteger::new)
        .orElseThrow(NoAnswerException::down);
  }

  private static long number(Json json) {
    return json.integer()
        .filter(number -> number.bitLength() < 63)
        .map(BigInteger::longValue)
        .orElseThrow(NoAnswerException::down);
  }

  private static SolanaAddress address(@Nullable Json json) {
    return Optional.ofNullable(json)
        .flatMap(Json::text)
        .flatMap(SolanaAddress::parse)
        .orElseThrow(NoAnswerException::down);
  }
}
