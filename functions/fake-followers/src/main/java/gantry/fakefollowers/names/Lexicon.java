package gantry.fakefollowers.names;

import gantry.fakefollowers.similarity.Ratio;
import gantry.fakefollowers.similarity.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A list of names and how well a word matches the best of them, 0 to 100. */
public final class Lexicon {
  private static final String FILE = "/gantry/fakefollowers/names.bin";

  /** Of the four weights in the original's mix, those that compare letters in order. */
  private static final int ORDERED = 3;

  private static final int LAST_LATIN = 0xFF;

  private final NameIndex index;
  private final List<String> phrases;
  private final Set<String> phraseWords = new HashSet<>();

  /** Takes names as they are written in a list; lower case makes them comparable. */
  public Lexicon(Collection<String> names) {
    var words = new ArrayList<String>();
    var phrases = new ArrayList<String>();
    for (var name : names) {
      var plain = comparable(name);
      if (!plain.isEmpty() && plain.length() <= NameList.LONGEST) {
        (plain.indexOf(' ') < 0 ? words : phrases).add(plain);
      }
    }
    this.index = new NameIndex(NameList.of(words));
    this.phrases = phrases.stream().sorted(Comparator.comparingInt(String::length)).toList();
    phrases.forEach(phrase -> phraseWords.addAll(List.of(phrase.split(" +", -1))));
  }

  private Lexicon(NameList words) {
    this.index = new NameIndex(words);
    this.phrases = List.of();
  }

  /** The Indian names that come with this module, sorted by infra/bench. */
  public static Lexicon shipped() {
    try (var file = Lexicon.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + FILE);
      }
      return new Lexicon(NameList.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Letters beyond ISO 8859-1 match no a-z; what counts of them is that they are there. */
  private static String comparable(String name) {
    var lower = name.strip().toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(lower.length());
    lower.codePoints().forEach(letter -> plain.append(letter > LAST_LATIN ? '?' : (char) letter));
    return plain.toString();
  }

  public boolean contains(String word) {
    return index.contains(word);
  }

  /** The original's mix of ratio, token sort and token set for a word of plain letters a-z. */
  public double score(String word) {
    var nearest = index.nearest(word);
    var best = mix(nearest.ratio(), nearest.ratio(), nearest.tokenRatio());
    return phrases.isEmpty() ? best : bestPhrase(word, best);
  }

  private double bestPhrase(String word, double floor) {
    var isPart = phraseWords.contains(word);
    var best = floor;
    for (var phrase : phrases) {
      if (bound(word.length(), phrase.length(), isPart) > best) {
        best = Math.max(best, score(word, phrase));
      }
    }
    return best;
  }

  private static double bound(int word, int phrase, boolean isPart) {
    var ordered = Ratio.ofCommon(Math.min(word, phrase), word + phrase);
    return isPart ? (ORDERED * ordered + 100) / 4 : ordered;
  }

  private static double score(String word, String phrase) {
    return mix(
        Ratio.of(word, phrase), Tokens.sortRatio(word, phrase), Tokens.setRatio(word, phrase));
  }

  private static double mix(double ratio, double sort, double set) {
    return (2 * ratio + sort + set) / 4;
  }
}
