package gantry.openapi;

import gantry.testing.StyleRules;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void theStyleHolds() {
    StyleRules.check("gantry.openapi");
  }
}
