package gantry.fakefollowers.classic;

import gantry.fakefollowers.names.Lexicon;
import gantry.fakefollowers.script.IndicScript;
import gantry.fakefollowers.script.Transliterate;
import gantry.fakefollowers.similarity.Words;

/** Scores a follower as the original did, field by field. */
public final class ScoreClassic {
  private static final int MOST_DIGITS = 4;
  private static final double ALIKE = 80;
  private static final double VERY_ALIKE = 90;
  private static final double UNLIKE = 40;
  private static final double SHORT = 1;
  private static final double PERHAPS = 0.33;
  private static final int NO_RULE = 2;

  private final Lexicon names;

  /** The lexicon is the list whose best match is the name score. */
  public ScoreClassic(Lexicon names) {
    this.names = names;
  }

  public ClassicFields score(String handle, String name) {
    var symbolic = StyledAlphabets.plain(name);
    var transliterated = transliterate(symbolic);
    var decoded = Decoding.decode(transliterated);
    var cleanedHandle = PlainLetters.of(handle);
    var cleanedName = PlainLetters.of(decoded);
    var similarity = NameSimilarity.of(cleanedHandle, cleanedName);
    var signs =
        new Signs(
            bit(ForeignScript.isIn(symbolic)),
            HandleDigits.count(handle),
            handleRule(handle, cleanedName, similarity),
            similarity);
    var nameScore = nameScore(cleanedName);
    return new ClassicFields(
        symbolic,
        signs.foreign,
        transliterated,
        decoded,
        cleanedHandle,
        cleanedName,
        signs.rule,
        signs.digits,
        bit(signs.hasManyDigits()),
        similarity,
        bit(similarity <= VERY_ALIKE),
        signs.process(),
        signs.verdict(),
        bit(handle.chars().noneMatch(ScoreClassic::isLetter)),
        nameScore,
        bit(nameScore > ALIKE));
  }

  private static String transliterate(String name) {
    return IndicScript.firstIn(name)
        .map(script ->
            script == IndicScript.HINDI
                ? ClassicHindi.transliterate(name)
                : Transliterate.wholly(name, script))
        .orElse(name);
  }

  private static int handleRule(String handle, String cleanedName, double similarity) {
    if (handle.chars().noneMatch(letter -> letter == '_' || letter == '-' || letter == '.')) {
      return NO_RULE;
    }
    // Only spaces part words here; a line break does not.
    return bit(cleanedName.indexOf(' ') < 0 && similarity <= ALIKE);
  }

  /** A one-letter second word overwrites the first word's score: two scales in one number. */
  private double nameScore(String cleanedName) {
    if (cleanedName.length() <= 1) {
      return SHORT;
    }
    var words = Words.of(cleanedName);
    var first = names.score(words.getFirst());
    if (words.size() == 1) {
      return first;
    }
    var second = words.get(1);
    return second.length() == 1 ? SHORT : Math.max(first, names.score(second));
  }

  private static boolean isLetter(int letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private static int bit(boolean is) {
    return is ? 1 : 0;
  }

  /** What the original's verdicts are made of. */
  private record Signs(int foreign, int digits, int rule, double similarity) {
    boolean hasManyDigits() {
      return digits > MOST_DIGITS;
    }

    int process() {
      if (foreign == 1 || hasManyDigits() || rule == 1) {
        return 1;
      }
      return rule == NO_RULE ? NO_RULE : 0;
    }

    double verdict() {
      if (foreign == 1) {
        return 1;
      }
      if (similarity > 0 && similarity <= UNLIKE) {
        return PERHAPS;
      }
      return bit(hasManyDigits() || rule == 1);
    }
  }
}
