package gantry.secrets;

import gantry.testing.StyleRules;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void itIsWrittenAsTheRest() {
    StyleRules.check("gantry.secrets");
  }
}
