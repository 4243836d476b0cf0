package gantry.tokenscan.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** What a token calls itself: chosen by whoever made it, cut to a length, otherwise untouched. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Identity(String name, String symbol) {
  public static final Identity NONE = new Identity("", "");

  private static final int MOST = 100;

  public Identity {
    name = cut(name);
    symbol = cut(symbol);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST));
  }
}
