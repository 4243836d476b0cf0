package gantry.tokenscan.evidence;

import gantry.redis.Command;
import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import io.lettuce.core.SetArgs;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each source said last about a token, for as long as that may stand in for it. */
@Singleton
final class LastAnswerCache {
  private static final Logger LOG = LoggerFactory.getLogger(LastAnswerCache.class);

  private final Redis redis;
  private final StatementsCodec codec;
  private final EvidenceConfig config;

  LastAnswerCache(Redis redis, StatementsCodec codec, EvidenceConfig config) {
    this.redis = redis;
    this.codec = codec;
    this.config = config;
  }

  /** Without Redis nothing is kept: nobody waits for it and nobody relies on it. */
  void keep(Token token, List<Statement.Answered> answers) {
    var bytes = codec.encode(List.copyOf(answers));
    var life = SetArgs.Builder.px(config.last().toMillis());
    Command<String> set = session -> session.commands().set(key(token), bytes, life);
    var _ = redis.call(set);
  }

  List<Statement.Answered> find(Token token) {
    Command<byte[]> get = session -> session.commands().get(key(token));
    return redis.call(get) instanceof Answered<byte[]>(var bytes, _) && bytes != null
        ? read(bytes)
        : List.of();
  }

  /** Written by another version, perhaps. */
  private List<Statement.Answered> read(byte[] bytes) {
    try {
      return Statement.answered(codec.decode(bytes));
    } catch (RuntimeException e) {
      LOG.warn("Last answers cannot be read: {}", e.getClass().getName());
      return List.of();
    }
  }

  private static String key(Token token) {
    return "token-scan:last:{" + token.chain() + "/" + token.address() + "}";
  }
}
