package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  private static final String LONGEST = "\uD83E\uDD80".repeat(200);

  @ParameterizedTest
  @ValueSource(strings = {"u", "auth0|5f7c", "jörg müller", "用户-42", "user@example.org"})
  void whatATokenMayNameIsOne(String text) {
    assertThat(Identifier.isOne(text)).isTrue();
    assertThat(Identifier.isOne(LONGEST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " u", "u ", "u\n", "a\u0000b", "a\u200bb", "a\ud800", "\u00a0u"})
  void whatCannotBeReadOrStoredIsNone(String text) {
    assertThat(Identifier.isOne(text)).isFalse();
    assertThat(Identifier.isOne(LONGEST + "u")).isFalse();
  }
}
