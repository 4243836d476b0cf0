package gantry.tokenscan.source;

import gantry.providers.Deadline;
import gantry.providers.Parallel;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Asks everybody who covers a token's chain, at the same time. */
@Singleton
public final class AskSources {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<RiskSource> sources;

  AskSources(List<RiskSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The end of what a user waits for; made on the invocation's thread. */
  public static Deadline deadline() {
    return Deadline.in(PATIENCE);
  }

  /** What each says, the most thorough first. */
  public List<Statement> about(Token token, Deadline deadline) {
    var covering = sources.stream().filter(source -> source.covers(token)).toList();
    return Parallel.map(covering, source -> source.ask(token, deadline));
  }
}
