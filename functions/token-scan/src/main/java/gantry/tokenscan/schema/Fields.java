package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Truth;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values as sources write them: strings, numbers and booleans mixed, blanks, junk. */
final class Fields {
  private static final Pattern DECIMAL =
      Pattern.compile("\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,2})?");

  private Fields() {}

  /** Only what is unmistakably a yes or a no is one. */
  static Truth truth(Json value) {
    return switch (value.scalar().orElse("")) {
      case "1", "true" -> Truth.YES;
      case "0", "false" -> Truth.NO;
      default -> Truth.UNKNOWN;
    };
  }

  /** Zero or more; everything else is no number. */
  static Optional<BigDecimal> decimal(Json value) {
    return value.scalar().filter(text -> DECIMAL.matcher(text).matches()).map(BigDecimal::new);
  }

  /** From percent to a fraction. */
  static Optional<BigDecimal> percent(Json value) {
    return decimal(value).map(number -> number.movePointLeft(2));
  }

  static String text(Json value) {
    return value.text().orElse("");
  }
}
