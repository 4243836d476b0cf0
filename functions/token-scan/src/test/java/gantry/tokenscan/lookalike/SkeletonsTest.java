package gantry.tokenscan.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonsTest {
  private static final SpoofChecker ICU = new SpoofChecker.Builder().build();

  @Property(tries = 2_000)
  void anyTextHasTheSkeletonThatIcuGivesIt(@ForAll @StringLength(max = 20) String text) {
    assertThat(Skeletons.of(wellFormed(text))).isEqualTo(ICU.getSkeleton(wellFormed(text)));
  }

  @Property(tries = 2_000)
  void latinGreekAndCyrillicHaveTheSkeletonThatIcuGivesThem(
      @ForAll @CharRange(from = ' ', to = '\u05ff') @StringLength(max = 12) String text) {
    assertThat(Skeletons.of(text)).isEqualTo(ICU.getSkeleton(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "USDT", "\u00c5ngstr\u00f6m", "\ud835\udc14\ud835\udc12", "a\u0301\u0323"})
  void ofSeveralPlanesToo(String text) {
    assertThat(Skeletons.of(text)).isEqualTo(ICU.getSkeleton(text));
  }

  /** Half a surrogate pair is no text: JSON in UTF-8 cannot bring one. */
  private static String wellFormed(String text) {
    return text.codePoints()
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
