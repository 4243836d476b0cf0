package gantry.payments.claim;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.payments.asset.Token;
import gantry.payments.chain.Question;
import gantry.payments.intent.Catalog;
import gantry.payments.intent.Intent;
import gantry.payments.verdict.Terms.Option;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a submission may be a transaction: on the intent's chains, or where we have an account. */
@Singleton
final class Candidates {
  private final Catalog catalog;

  Candidates(Catalog catalog) {
    this.catalog = catalog;
  }

  /** In the order in which they count; none when it cannot be a payment to us. */
  List<Question> of(Intent intent, Submission submission) {
    if (submission.hint() != null) {
      return questions(intent, submission, Stream.of(submission.hint()));
    }
    var own = intent.options().stream().map(option -> option.asset().chain());
    var others = catalog.chains().stream().sorted(Candidates::byName);
    return questions(intent, submission, Stream.concat(own, others));
  }

  private List<Question> questions(Intent intent, Submission submission, Stream<ChainId> chains) {
    var all = chains.distinct().toList();
    return submission.families().stream()
        .flatMap(family -> all.stream().filter(chain -> chain.family() == family))
        .filter(chain -> !recipients(intent, chain).isEmpty())
        .flatMap(chain ->
            submission.on(chain).stream()
                .map(hash ->
                    new Question(chain, hash, recipients(intent, chain), asked(intent, chain))))
        .toList();
  }

  /** The intent's own; on another chain ours, where the money would be lost sight of. */
  Set<Address> recipients(Intent intent, ChainId chain) {
    var own = intent.optionsOn(chain).stream().map(Option::recipient).collect(Collectors.toSet());
    return own.isEmpty() ? catalog.recipient(chain).map(Set::of).orElse(Set.of()) : own;
  }

  private static Map<Token, BigInteger> asked(Intent intent, ChainId chain) {
    return intent.optionsOn(chain).stream()
        .collect(Collectors.toMap(option -> option.asset().token(), Option::units));
  }

  private static int byName(ChainId one, ChainId other) {
    return one.toString().compareTo(other.toString());
  }
}
