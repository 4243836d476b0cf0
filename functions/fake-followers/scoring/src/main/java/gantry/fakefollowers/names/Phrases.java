package gantry.fakefollowers.names;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gantry.fakefollowers.similarity.Ratio;
import gantry.fakefollowers.similarity.Tokens;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of several words, where the original's three scorers differ from each other. */
final class Phrases {
  /** Of the four weights in the original's mix, those that compare letters in order. */
  private static final int ORDERED = 3;

  private final List<String> shortestFirst;
  private final long[] bags;

  /** Without words that repeat, which the set scorer drops. */
  private final int[] leastLengths;

  private final Set<String> words = new HashSet<>();

  Phrases(Collection<String> phrases) {
    shortestFirst = phrases.stream().sorted(Comparator.comparingInt(String::length)).toList();
    bags = shortestFirst.stream().mapToLong(Phrases::bag).toArray();
    leastLengths = shortestFirst.stream().mapToInt(Phrases::leastLength).toArray();
    phrases.forEach(phrase -> words.addAll(List.of(phrase.split(" +", -1))));
  }

  private static int leastLength(String phrase) {
    return String.join(" ", new LinkedHashSet<>(List.of(phrase.split(" +", -1)))).length();
  }

  private static long bag(String text) {
    var letters = text.getBytes(ISO_8859_1);
    return LetterBag.of(letters, 0, letters.length);
  }

  /** The best score of a word of plain letters a-z, or the floor where none is above it. */
  double best(String word, double floor) {
    var isPart = words.contains(word);
    var bag = bag(word);
    var uncounted = word.length() - Long.bitCount(bag);
    var best = floor;
    for (var i = 0; i < bags.length; i++) {
      var phrase = shortestFirst.get(i);
      var common = Math.min(phrase.length(), uncounted + Long.bitCount(bag & bags[i]));
      if (bound(common, word.length() + leastLengths[i], isPart) > best) {
        best = Math.max(best, score(word, phrase));
      }
    }
    return best;
  }

  private static double bound(int common, int lengths, boolean isPart) {
    var ordered = Ratio.ofCommon(common, lengths);
    return isPart ? (ORDERED * ordered + 100) / 4 : ordered;
  }

  private static double score(String word, String phrase) {
    return Lexicon.mix(
        Ratio.of(word, phrase), Tokens.sortRatio(word, phrase), Tokens.setRatio(word, phrase));
  }
}
