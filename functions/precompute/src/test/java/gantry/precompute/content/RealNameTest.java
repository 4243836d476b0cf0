package gantry.precompute.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"Ann", "李雷", "O'Neil", "Anonymous Anne", "7of9"})
  void aNameIsOne(String name) {
    assertThat(RealName.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u00a0\u200b", "Anonymous", " ANONYMOUS ", "unknown", "...", "null"})
  void aPlaceholderIsNone(String name) {
    assertThat(RealName.is(name)).isFalse();
  }
}
