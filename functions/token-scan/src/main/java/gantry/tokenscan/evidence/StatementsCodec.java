package gantry.tokenscan.evidence;

import gantry.redis.cache.Codec;
import gantry.tokenscan.facts.Statement;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Statements as JSON. */
@Singleton
final class StatementsCodec implements Codec<List<Statement>> {
  private static final Argument<List<StoredStatement>> STORED =
      Argument.listOf(StoredStatement.class);

  private final JsonMapper json;

  StatementsCodec(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte[] encode(List<Statement> statements) {
    try {
      return json.writeValueAsBytes(STORED, statements.stream().map(StoredStatement::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Statement> decode(byte[] bytes) {
    try {
      return json.readValue(bytes, STORED).stream().map(StoredStatement::statement).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
