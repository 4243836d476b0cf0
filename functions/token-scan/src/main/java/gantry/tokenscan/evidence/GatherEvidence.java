package gantry.tokenscan.evidence;

import gantry.providers.Deadline;
import gantry.redis.cache.Loaded;
import gantry.redis.cache.RedisCache;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.source.AskSources;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds out what is said about a token: of all who want to know, everywhere, one asks. */
@Singleton
public final class GatherEvidence {
  private final AskSources sources;
  private final RecallAnswers recallAnswers;
  private final RedisCache<List<Statement>> cache;
  private final EvidenceConfig config;

  GatherEvidence(
      AskSources sources,
      RecallAnswers recallAnswers,
      RedisCache<List<Statement>> cache,
      EvidenceConfig config) {
    this.sources = sources;
    this.recallAnswers = recallAnswers;
    this.cache = cache;
    this.config = config;
  }

  /** Each source's word, or why there is none. */
  public List<Statement> about(Token token, Deadline deadline) {
    var key = token.chain() + "/" + token.address();
    return cache.get(key, () -> load(token, deadline)).orElseThrow();
  }

  private Loaded<List<Statement>> load(Token token, Deadline deadline) {
    var said = sources.about(token, deadline);
    var loaded = Loaded.of(recallAnswers.complete(token, said));
    return Silence.passing(said).isEmpty() ? loaded : loaded.freshFor(config.incomplete());
  }
}
