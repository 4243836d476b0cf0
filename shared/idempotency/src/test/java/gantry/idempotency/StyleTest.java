package gantry.idempotency;

import gantry.testing.StyleRules;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void itIsWrittenAsTheRest() {
    StyleRules.checkEdge("gantry.idempotency");
  }
}
