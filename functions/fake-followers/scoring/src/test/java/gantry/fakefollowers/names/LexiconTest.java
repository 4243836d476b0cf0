package gantry.fakefollowers.names;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.fakefollowers.TestRows;
import gantry.fakefollowers.similarity.Ratio;
import gantry.fakefollowers.similarity.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static final List<String> NAMES = TestRows.lines("mini-names.txt");

  @Test
  void theBestMatchIsTheOneThatComparingWithEveryNameFinds() {
    var random = new Random(1);
    var names = new ArrayList<>(NAMES);
    names.addAll(List.of("abdul rahim", "sri devi", "x", "o'neil", "renée", "n".repeat(64)));
    names.addAll(List.of("ram ram", "a  b", "devi sri devi", "kumarikumari kumari"));
    var lexicon = new Lexicon(names);

    for (var i = 0; i < 2000; i++) {
      var word = word(random, names);
      assertThat(lexicon.score(word)).as(word).isEqualTo(byHand(word, names));
    }
  }

  @Test
  void aWordLongerThanAMachineWordIsComparedToo() {
    var word = "rahul".repeat(20);

    assertThat(new Lexicon(NAMES).score(word)).isEqualTo(byHand(word, NAMES));
  }

  @Test
  void anEmptyListKnowsNobody() {
    assertThat(new Lexicon(List.of()).score("rahul")).isZero();
    assertThat(new Lexicon(List.of("", "  ")).contains("rahul")).isFalse();
  }

  @Test
  void theShippedNamesAreKnown() {
    var lexicon = Lexicon.shipped();

    assertThat(List.of("aadhira", "priya", "rahul")).allMatch(lexicon::contains);
    assertThat(lexicon.contains("aardenburg")).isFalse();
    assertThat(lexicon.score("rahull")).isGreaterThan(90);
  }

  /** A name with a few letters changed, so that near and far matches occur. */
  private static String word(Random random, List<String> names) {
    var name = new StringBuilder(names.get(random.nextInt(names.size())).replaceAll("[^a-z]", ""));
    for (var change = random.nextInt(6); change > 0; change--) {
      var at = random.nextInt(name.length() + 1);
      var letter = (char) ('a' + random.nextInt(26));
      if (at < name.length() && name.length() > 1 && random.nextBoolean()) {
        name.deleteCharAt(at);
      } else {
        name.insert(at, letter);
      }
    }
    return name.toString();
  }

  private static double byHand(String word, List<String> names) {
    var best = 0.0;
    for (var name : names) {
      var ordered = 2 * Ratio.of(word, name) + Tokens.sortRatio(word, name);
      best = Math.max(best, (ordered + Tokens.setRatio(word, name)) / 4);
    }
    return best;
  }
}
