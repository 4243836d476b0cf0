package gantry.tokenscan.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** A source's own judgement, in its words. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Warning(Grade grade, String words) {
  private static final int MOST = 200;

  /** How much the source makes of it. */
  public enum Grade {
    NOTE,
    WARN,
    DANGER
  }

  public Warning {
    words = words.length() <= MOST ? words : words.substring(0, MOST);
  }
}
