package gantry.fakefollowers.scorer;

import gantry.testing.StyleRules;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void theStyleHolds() {
    StyleRules.check("gantry.fakefollowers");
  }
}
