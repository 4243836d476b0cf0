package gantry.payments.chain;

import gantry.payments.chain.Finding.SecondOpinion;
import gantry.providers.Deadline;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a chain's providers, one after the other, until one has seen the transaction in a block. A
 * large payment needs a second one that saw the same.
 */
@Singleton
public final class FindTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(FindTransaction.class);

  private final ChainProviders providers;

  FindTransaction(ChainProviders providers) {
    this.providers = providers;
  }

  public Finding find(Question question, Predicate<Evidence> isLarge, Deadline deadline) {
    var asked = providers.of(question.chain());
    Finding best = new Finding.Unavailable(Trouble.DOWN);
    var isFirst = true;
    for (var provider : asked) {
      var lookup = ask(provider, question, deadline);
      if (lookup instanceof Lookup.Mined(var evidence)) {
        var second = isLarge.test(evidence) ? second(evidence, asked, deadline) : notNeeded();
        return new Finding.Mined(evidence, second);
      }
      best = isFirst ? finding(lookup) : better(best, finding(lookup));
      isFirst = false;
    }
    return best;
  }

  private static SecondOpinion notNeeded() {
    return new SecondOpinion.NotNeeded();
  }

  private SecondOpinion second(Evidence first, List<ChainProvider> asked, Deadline deadline) {
    SecondOpinion opinion = new SecondOpinion.NobodyToAsk();
    for (var provider : asked) {
      if (!provider.name().equals(first.provider())) {
        opinion = better(opinion, opinion(first, ask(provider, first.question(), deadline)));
        if (isAnswer(opinion)) {
          return opinion;
        }
      }
    }
    return opinion;
  }

  /** Another may be able to trace. */
  private static boolean isAnswer(SecondOpinion opinion) {
    return opinion instanceof SecondOpinion.Given || opinion instanceof SecondOpinion.Unseen;
  }

  /** Who cannot trace has at least seen it, which somebody who is silent does not change. */
  private static SecondOpinion better(SecondOpinion before, SecondOpinion now) {
    return before instanceof SecondOpinion.Untraced && now instanceof SecondOpinion.Missing
        ? before
        : now;
  }

  private static SecondOpinion opinion(Evidence first, Lookup lookup) {
    return switch (lookup) {
      case Lookup.Mined(var evidence)
          when !first.agreesWith(evidence) && first.agreesButForCoins(evidence) ->
          new SecondOpinion.Untraced(evidence);
      case Lookup.Mined(var evidence) -> new SecondOpinion.Given(evidence);
      case Lookup.Waiting _, Lookup.Unknown _ -> new SecondOpinion.Unseen();
      case Lookup.Unavailable(var trouble) -> new SecondOpinion.Missing(trouble);
    };
  }

  private static Lookup ask(ChainProvider provider, Question question, Deadline deadline) {
    var lookup = provider.find(question, deadline);
    if (lookup instanceof Lookup.Unavailable(var trouble)) {
      LOG.warn("{} gave no answer about {}: {}", provider.name(), question.chain(), trouble);
    }
    return lookup;
  }

  private static Finding finding(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Mined(var evidence) -> new Finding.Mined(evidence, notNeeded());
      case Lookup.Waiting _ -> new Finding.Waiting();
      case Lookup.Unknown _ -> new Finding.Unknown();
      case Lookup.Unavailable(var trouble) -> new Finding.Unavailable(trouble);
    };
  }

  /** Who waits has seen something; one silent provider is enough to know nothing. */
  public static Finding better(Finding one, Finding other) {
    if (one instanceof Finding.Mined || other instanceof Finding.Mined) {
      return one instanceof Finding.Mined ? one : other;
    }
    if (one instanceof Finding.Waiting || other instanceof Finding.Waiting) {
      return new Finding.Waiting();
    }
    if (one instanceof Finding.Unavailable(var first)) {
      return other instanceof Finding.Unavailable(var second)
          ? new Finding.Unavailable(first.or(second))
          : one;
    }
    return other;
  }
}
