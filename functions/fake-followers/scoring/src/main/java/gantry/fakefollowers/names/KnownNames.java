package gantry.fakefollowers.names;

import java.util.Collection;
import java.util.List;

/** The shipped names, and those that the operator's list adds. */
public final class KnownNames {
  private static final double IDENTICAL = 100;

  private final Lexicon own;
  private final List<Lexicon> others;

  private KnownNames(Lexicon own, List<Lexicon> others) {
    this.own = own;
    this.others = others;
  }

  public static KnownNames shipped() {
    return new KnownNames(Lexicon.shipped(), List.of());
  }

  /** Classic knows the operator's list alone, as the original knew its own alone. */
  public static KnownNames with(Collection<String> names) {
    return new KnownNames(new Lexicon(names), List.of(Lexicon.shipped()));
  }

  /** The list that classic scores are about. */
  public Lexicon own() {
    return own;
  }

  /** The best match of a word of plain letters a-z among all names, 0 to 100. */
  public double score(String word) {
    var best = own.score(word);
    for (var other : others) {
      best = best == IDENTICAL ? best : Math.max(best, other.score(word));
    }
    return best;
  }
}
