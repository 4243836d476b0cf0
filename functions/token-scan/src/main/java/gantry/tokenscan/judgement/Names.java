package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.lookalike.PinnedTokens;
import java.util.stream.Stream;

/** Whether a token calls itself by a name that everybody takes for another. */
final class Names implements Rule {
  private final PinnedTokens pinned;
  private final Token token;

  Names(PinnedTokens pinned, Token token) {
    this.pinned = pinned;
    this.token = token;
  }

  @Override
  public Stream<Finding> findings(Answered said) {
    return pinned.has(token)
        ? Stream.empty()
        : pinned
            .imitatedBy(said.identity().symbol())
            .map(symbol ->
                new Finding(
                    Flag.IMPERSONATION,
                    Severity.HIGH,
                    "It can be taken for " + symbol + ", and is not.",
                    new Finding.Basis(said.source(), "symbol: " + said.identity().symbol())))
            .stream();
  }
}
