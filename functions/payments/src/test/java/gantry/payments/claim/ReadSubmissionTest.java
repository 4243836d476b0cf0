package gantry.payments.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReadSubmissionTest {
  @Property
  void anyAliasOfAHashIsOneKey(@ForAll @Size(32) byte[] bytes) {
    bytes[0] |= 1;
    var digits = HexFormat.of().formatHex(bytes);

    for (var alias :
        List.of(
            "0x" + digits,
            "0X" + digits.toUpperCase(Locale.ROOT),
            digits.toUpperCase(Locale.ROOT),
            "\t" + digits + " ",
            "https://www.bscscan.com/tx/0x" + digits,
            "https://tronscan.org/#/transaction/" + digits)) {
      assertThat(ReadSubmission.read(alias)).map(Submission::value).contains(digits);
    }
  }

  @Test
  void nothingOfItIsWrittenOut() {
    var submission = ReadSubmission.read("0x" + "1f".repeat(32)).orElseThrow();

    assertThat(submission.toString()).doesNotContain("1f1f");
    assertThat(Submission.masked(submission.value())).isEqualTo("1f1f1f…1f1f");
  }
}
