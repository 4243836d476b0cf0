package gantry.tokenscan.facts;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What became of asking one source about one token. */
public sealed interface Statement {
  Source source();

  Instant at();

  /** Those that told something. */
  static List<Answered> answered(List<Statement> statements) {
    return statements.stream()
        .flatMap(said -> said instanceof Answered answered ? Stream.of(answered) : Stream.empty())
        .toList();
  }

  /** It knows the token, and this about it. */
  record Answered(Source source, Instant at, Identity identity, Facts facts) implements Statement {}

  /** It told nothing. */
  record Silent(Source source, Instant at, Silence why) implements Statement {}
}
