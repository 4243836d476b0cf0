package gantry.tokenscan.source;

import gantry.providers.Deadline;
import gantry.providers.Parallel;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks everybody who covers a token's chain, at the same time. */
@Singleton
public final class AskSources {
  private final List<RiskSource> sources;
  private final PatienceConfig config;

  AskSources(List<RiskSource> sources, PatienceConfig config) {
    this.sources = List.copyOf(sources);
    this.config = config;
  }

  /** What each says, the most thorough first. */
  public List<Statement> about(Token token, Deadline deadline) {
    var covering = sources.stream().filter(source -> source.covers(token)).toList();
    var patience = deadline.butAtMost(config.patience());
    return Parallel.map(covering, source -> source.ask(token, patience));
  }
}
