package gantry.payments.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  @Property
  void unitsSurviveBeingWrittenAndRead(
      @ForAll @BigRange(min = "1", max = "1000000000000000000000000000") BigInteger units,
      @ForAll @IntRange(max = 18) int decimals) {
    var text = Amounts.format(units, decimals);

    assertThat(Amounts.parse(text, decimals)).contains(units);
    assertThat(new BigDecimal(text).movePointRight(decimals))
        .isEqualByComparingTo(new BigDecimal(units));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.0",
        "-1",
        "+1",
        "1e3",
        "01",
        "1.",
        ".5",
        "1,5",
        " 1",
        "0.0000001",
        "١"
      })
  void whatIsNoAmountOfSixDecimalsIsRefused(String text) {
    assertThat(Amounts.parse(text, 6)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "25.000000", "0.000001", "25.10"})
  void zerosAtTheEndCostNothing(String text) {
    assertThat(Amounts.parse(text, 6)).isPresent();
  }
}
