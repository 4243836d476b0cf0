package gantry.fakefollowers.script;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.fakefollowers.TestRows;
import gantry.fakefollowers.similarity.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterateTest {
  private static final double ALIKE = 80;
  private static final double VERY_ALIKE = 90;
  private static final double MOST = 0.95;
  private static final double MANY = 0.88;

  private final List<Case> cases =
      TestRows.lines("translit-cases.tsv").stream().skip(1).map(Case::of).toList();

  @Test
  void usualSpellingsAreMetInTenScripts() {
    assertThat(cases).hasSize(200);
    assertThat(share(cases, ALIKE)).as(perScript()).isGreaterThanOrEqualTo(MOST);
    assertThat(share(cases, VERY_ALIKE)).as(perScript()).isGreaterThanOrEqualTo(MANY);
  }

  @ParameterizedTest
  @CsvSource({
    "ज्ञानेश, gyanesh",
    "डॉक्टर, doktar",
    "नकुल, nakul",
    "சங்கர், sangar",
    "തങ്കം, thankam",
    "ਗਿੱਲ, gill",
    "محمد, mohammed"
  })
  void wordsThatTheOriginalSpoiled(String written, String latin) {
    assertThat(Transliterate.byWord(written)).isEqualTo(latin);
  }

  @Test
  void eachWordIsReadInItsOwnScript() {
    assertThat(Transliterate.byWord("राहुल ரவி Kumar")).isEqualTo("rahul ravi Kumar");
  }

  private String perScript() {
    Map<String, List<Case>> scripts =
        cases.stream().collect(Collectors.groupingBy(Case::script, Collectors.toList()));
    return scripts.entrySet().stream()
        .map(entry ->
            String.format(
                Locale.ROOT,
                "%s %.2f %.2f %s",
                entry.getKey(),
                share(entry.getValue(), ALIKE),
                share(entry.getValue(), VERY_ALIKE),
                entry.getValue().stream().filter(one -> one.score() < VERY_ALIKE).toList()))
        .collect(Collectors.joining("\n"));
  }

  private static double share(List<Case> cases, double score) {
    return cases.stream().filter(one -> one.score() >= score).count() / (double) cases.size();
  }

  private record Case(String script, String written, String usual) {
    static Case of(String line) {
      var cells = line.split("\t", -1);
      return new Case(cells[0], cells[1], cells[2]);
    }

    double score() {
      var latin = Transliterate.byWord(written);
      return Tokens.sortRatio(SpellingFold.fold(latin), SpellingFold.fold(usual));
    }

    @Override
    public String toString() {
      return written + "=" + Transliterate.byWord(written) + "/" + usual;
    }
  }
}
