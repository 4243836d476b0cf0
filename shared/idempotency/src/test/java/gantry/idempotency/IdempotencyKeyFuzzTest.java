package gantry.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyKeyFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "8e03978e-40d5-43e8-bc93-6894a57f9324",
            "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"",
            "\"a \\\"b\\\" \\\\ c\"",
            "\"one\", \"two\"",
            "one, two",
            "\"a\";p=1",
            "\"\\a\"",
            "\"a\n\"",
            "a\n",
            "\"open",
            "\"\"",
            "\"\u00e9\"",
            "a".repeat(255),
            "a".repeat(256),
            '"' + "\\\"".repeat(255) + '"',
            '"' + "\\\"".repeat(256) + '"',
            "")
        .map(header -> header.getBytes(UTF_8));
  }

  /**
   * Whatever is read is of plain characters, and reads as the same when it is written by RFC 9651.
   */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void whatIsReadIsAString(byte[] bytes) {
    var header = new String(bytes, UTF_8);
    IdempotencyKey.parse(header)
        .ifPresent(key -> {
          assertThat(key.value()).matches("[ -~]{1,255}");
          assertThat(IdempotencyKey.parse(structured(key.value()))).hasValue(key);
          assertThat(header).isIn(key.value(), structured(key.value()));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAreRead(byte[] bytes) {
    whatIsReadIsAString(bytes);
  }

  /** RFC 9651, 4.1.6. */
  private static String structured(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
