package gantry.tokenscan.lookalike;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.tokenscan.facts.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own list of tokens that everybody knows: stablecoins, wrapped and staked majors. */
public final class PinnedTokens {
  private final Map<Token, String> symbols;
  private final Map<String, String> lookalikes = new HashMap<>();

  private PinnedTokens(Map<Token, String> symbols) {
    this.symbols = Map.copyOf(symbols);
    this.symbols
        .values()
        .forEach(symbol -> Lookalikes.of(symbol).forEach(way -> lookalikes.put(way, symbol)));
  }

  /** The list that comes with the function: chain, address and symbol, a token a line. */
  public static PinnedTokens bundled() {
    try (var in = PinnedTokens.class.getResourceAsStream("pinned.txt")) {
      if (in == null) {
        throw new IllegalStateException("pinned.txt is missing");
      }
      return new PinnedTokens(
          lines(new String(in.readAllBytes(), UTF_8))
              .collect(Collectors.toMap(PinnedTokens::token, line -> line[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(Token token) {
    return symbols.containsKey(token);
  }

  /** The pinned symbol that this one could be taken for. */
  public Optional<String> imitatedBy(String symbol) {
    return Lookalikes.of(symbol).stream()
        .flatMap(way -> Stream.ofNullable(lookalikes.get(way)))
        .sorted()
        .findFirst();
  }

  static Stream<String[]> lines(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +"));
  }

  private static Token token(String[] line) {
    var isEvm = line[1].startsWith("0x");
    return new Token(line[0], isEvm ? line[1].toLowerCase(Locale.ROOT) : line[1]);
  }
}
