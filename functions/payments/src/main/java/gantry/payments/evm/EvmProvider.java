package gantry.payments.evm;

import gantry.chains.ChainId;
import gantry.payments.asset.Assets;
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
import gantry.providers.Deadline;
import gantry.providers.Json;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a transaction from a node: receipt, block at its height, head; value and trace if needed.
 */
final class EvmProvider implements ChainProvider {
  private final EvmNode node;
  private final RecentHeads heads;

  EvmProvider(EvmNode node, Clock clock) {
    this.node = node;
    this.heads = new RecentHeads(clock);
  }

  @Override
  public String name() {
    return node.name();
  }

  @Override
  public boolean covers(ChainId chain) {
    return node.covers(chain);
  }

  @Override
  public Lookup find(Question question, Deadline deadline) {
    try {
      var receipt = ask(question, EvmCall.receipt(question.hash().value()), deadline);
      return receipt.isNull() ? unmined(question, deadline) : mined(question, receipt, deadline);
    } catch (NoAnswerException e) {
      return new Lookup.Unavailable(e.trouble());
    }
  }

  private Lookup unmined(Question question, Deadline deadline) {
    var transaction = ask(question, EvmCall.transaction(question.hash().value()), deadline);
    if (transaction.isNull()) {
      return new Lookup.Unknown();
    }
    CoinTransfer.topLevel(question, transaction); // It must be the one we asked for.
    return new Lookup.Waiting();
  }

  private Lookup mined(Question question, Json json, Deadline deadline) {
    var receipt = Receipt.read(question, json).orElseThrow(NoAnswerException::down);
    var block = block(receipt, deadline);
    if (receipt.hasFailed()) {
      return new Lookup.Mined(evidence(question, block, Execution.FAILED, List.of()));
    }
    var tokens = receipt.tokenLegs();
    return isPaidBy(question, tokens)
        ? new Lookup.Mined(evidence(question, block, Execution.SUCCEEDED, tokens))
        : new Lookup.Mined(withCoins(question, block, tokens, deadline));
  }

  /** Whether coins need no look: what came is enough, or of worth where no coins are asked for. */
  private static boolean isPaidBy(Question question, List<Leg> tokens) {
    var sums =
        tokens.stream()
            .filter(leg -> isInbound(question, leg))
            .collect(Collectors.toMap(Leg::token, Leg::units, BigInteger::add));
    return sums.entrySet().stream()
        .anyMatch(sum ->
            question.asksForCoins()
                ? question.isFilledBy(sum.getKey(), sum.getValue())
                : Assets.of(sum.getKey()).isPresent());
  }

  private static boolean isInbound(Question question, Leg leg) {
    return question.recipients().contains(leg.to()) && leg.units().signum() > 0;
  }

  /** Coins leave no log: first the transaction's own value, then what contracts moved. */
  private Evidence withCoins(Question question, Block block, List<Leg> tokens, Deadline deadline) {
    var legs = new ArrayList<>(tokens);
    var transaction = ask(question, EvmCall.transaction(question.hash().value()), deadline);
    var own = CoinTransfer.topLevel(question, transaction);
    own.filter(leg -> leg.units().signum() > 0 || legs.isEmpty()).ifPresent(legs::add);
    if (own.filter(leg -> isInbound(question, leg)).isPresent() || !hasInput(transaction)) {
      return evidence(question, block, Execution.SUCCEEDED, legs);
    }
    var internal = internal(question, deadline);
    internal.ifPresent(legs::addAll);
    return evidence(
        question,
        block,
        internal.isPresent() ? Execution.SUCCEEDED : Execution.SUCCEEDED_UNTRACED,
        legs);
  }

  /** Without input no contract was called, as far as the sender is concerned. */
  private static boolean hasInput(Json transaction) {
    return transaction.at("input").text().filter("0x"::equals).isEmpty();
  }

  private Optional<List<Leg>> internal(Question question, Deadline deadline) {
    return node.internalTransfers(question.chain(), question.hash().value(), deadline)
        .map(entries ->
            IntStream.range(0, entries.size())
                .mapToObj(i -> CoinTransfer.internal(question, entries.get(i), i))
                .flatMap(Optional::stream)
                .toList());
  }

  private Block block(Receipt receipt, Deadline deadline) {
    var question = receipt.question();
    var json = ask(question, EvmCall.block(receipt.height()), deadline);
    var confirmations =
        heads.confirmations(question.chain(), receipt.height(), () -> head(question, deadline));
    var hash = Hex.word(json.at("hash"));
    if (hash.isEmpty()) {
      throw NoAnswerException
          .down(); // It lags behind its own receipt, which tells nothing of another block.
    }
    var isCanonical = hash.equals(Optional.of(receipt.blockHash()));
    var time = Hex.number(json.at("timestamp"));
    if (isCanonical && time.isEmpty()) {
      throw NoAnswerException.down();
    }
    return new Block(
        receipt.height(),
        receipt.blockHash(),
        Instant.ofEpochSecond(time.orElse(0L)),
        confirmations,
        isCanonical ? Standing.CANONICAL : Standing.REPLACED);
  }

  private long head(Question question, Deadline deadline) {
    return Hex.number(ask(question, EvmCall.head(), deadline)).orElseThrow(NoAnswerException::down);
  }

  private Json ask(Question question, EvmCall call, Deadline deadline) {
    return node.ask(question.chain(), call, deadline);
  }

  private Evidence evidence(Question question, Block block, Execution execution, List<Leg> legs) {
    return new Evidence(name(), question, block, execution, legs);
  }
}
