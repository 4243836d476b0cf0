package gantry.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StyleRulesTest {
  @Test
  void aBrokenRuleIsTold() {
    // This module is no capability: PostgresServer opens connections and is no store.
    assertThatThrownBy(() -> StyleRules.check("gantry.testing"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("only stores store")
        .hasMessageContaining("PostgresServer");
  }
}
