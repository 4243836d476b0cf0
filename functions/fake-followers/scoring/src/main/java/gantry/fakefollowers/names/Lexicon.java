package gantry.fakefollowers.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A list of names and how well a word matches the best of them, 0 to 100. */
public final class Lexicon {
  private static final String FILE = "/gantry/fakefollowers/names.bin";

  private static final int LAST_LATIN = 0xFF;

  private final NameIndex index;
  private final Phrases phrases;

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
    this.phrases = new Phrases(phrases);
  }

  private Lexicon(NameList words) {
    this.index = new NameIndex(words);
    this.phrases = new Phrases(List.of());
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
    return phrases.best(word, best);
  }

  static double mix(double ratio, double sort, double set) {
    return (2 * ratio + sort + set) / 4;
  }
}
