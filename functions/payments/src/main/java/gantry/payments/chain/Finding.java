package gantry.payments.chain;

import java.util.List;

/** What all providers together know. */
public sealed interface Finding {
  /** In a block, as one provider says, and perhaps another. */
  record Mined(Evidence evidence, SecondOpinion second) implements Finding {
    /** All evidence there is. */
    public List<Evidence> all() {
      return switch (second) {
        case SecondOpinion.Given(var other) -> List.of(evidence, other);
        case SecondOpinion.Untraced(var other) -> List.of(evidence, other);
        case SecondOpinion.NotNeeded _,
            SecondOpinion.Unseen _,
            SecondOpinion.Missing _,
            SecondOpinion.NobodyToAsk _ ->
            List.of(evidence);
      };
    }
  }

  record Waiting() implements Finding {}

  /** Every provider was asked, and none knows it. */
  record Unknown() implements Finding {}

  record Unavailable(Trouble trouble) implements Finding {}

  /** What an independent provider said about a large payment. */
  sealed interface SecondOpinion {
    record NotNeeded() implements SecondOpinion {}

    /** It may say something else. */
    record Given(Evidence evidence) implements SecondOpinion {}

    /** It does not see the transaction in a block. */
    record Unseen() implements SecondOpinion {}

    /** It saw the same, but cannot look for coins that contracts moved. */
    record Untraced(Evidence evidence) implements SecondOpinion {}

    record Missing(Trouble trouble) implements SecondOpinion {}

    /** Only one provider is set up for the chain. */
    record NobodyToAsk() implements SecondOpinion {}
  }
}
