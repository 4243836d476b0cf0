package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  @AfterEach
  void forget() {
    Invocation.end();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-Z_0.9", "0193a9f0-1111-7000-8000-000000000001"})
  void aWellFormedIdIsKept(String id) {
    assertThat(RequestId.adopt(id)).isEqualTo(id);
    assertThat(RequestId.current()).contains(id);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a b", "a\nb", "é", "{}", "a/b"})
  void anyOtherIsReplaced(String odd) {
    assertThat(RequestId.adopt(odd)).hasSize(36).isNotEqualTo(odd);
  }

  @Test
  void whatIsCarriedEndsWithItsScope() {
    RequestId.adopt("outer");

    try (var _ = RequestId.carry("inner")) {
      assertThat(RequestId.current()).contains("inner");
    }

    assertThat(RequestId.current()).contains("outer");
  }

  @Test
  void aMalformedIdIsNotCarried() {
    RequestId.adopt("outer");

    try (var _ = RequestId.carry("not well-formed")) {
      assertThat(RequestId.current()).contains("outer");
    }
  }
}
