package gantry.chains;

import gantry.testing.StyleRules;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void itIsWrittenAsTheRest() {
    StyleRules.check("gantry.chains");
  }
}
