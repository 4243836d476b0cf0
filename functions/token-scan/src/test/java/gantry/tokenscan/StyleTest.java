package gantry.tokenscan;

import gantry.testing.StyleRules;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void theCapabilityIsShapedAsStyleDemands() {
    StyleRules.check("gantry.tokenscan");
  }
}
