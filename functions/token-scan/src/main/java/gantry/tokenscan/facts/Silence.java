package gantry.tokenscan.facts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a source told nothing. Only the first three are its word on the token. */
public enum Silence {
  /** It looked and knows no such token. */
  NOT_FOUND,
  /** There is no contract at the address. */
  NOT_A_CONTRACT,
  /** It does not cover the chain. */
  UNSUPPORTED_CHAIN,
  /** It has begun to look; ask again. */
  STILL_ANALYSING,
  /** Too many questions; ask later. */
  THROTTLED,
  /** It could not be reached, or its answer was about something else. */
  UNAVAILABLE;

  /** Whether asking again may help soon. */
  public boolean passes() {
    return this == STILL_ANALYSING || this == THROTTLED || this == UNAVAILABLE;
  }

  /** Who may say more soon. */
  public static Set<Source> passing(List<Statement> statements) {
    return statements.stream()
        .flatMap(
            said -> said instanceof Statement.Silent silent ? Stream.of(silent) : Stream.empty())
        .filter(silent -> silent.why().passes())
        .map(Statement.Silent::source)
        .collect(Collectors.toSet());
  }
}
