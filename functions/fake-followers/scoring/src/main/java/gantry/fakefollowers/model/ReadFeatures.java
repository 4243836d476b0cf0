package gantry.fakefollowers.model;

import gantry.fakefollowers.classic.HandleDigits;
import gantry.fakefollowers.script.PlainText;
import gantry.fakefollowers.similarity.PartialRatio;
import gantry.fakefollowers.similarity.Ratio;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a follower's features from its handle, its name and its counts. */
final class ReadFeatures {
  private static final String VOWELS = "aeiou";

  /** No platform has longer ones; comparing them costs more than the square of their length. */
  private static final int LONGEST_HANDLE = 50;

  private static final int LONGEST_NAME = 100;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private ReadFeatures() {}

  static FeatureValues of(Follower follower, String plainName) {
    var values = new FeatureValues();
    var handle = shortened(PlainText.of(follower.handle()).strip(), LONGEST_HANDLE);
    var name = shortened(SPACES.matcher(plainName.strip()).replaceAll(" "), LONGEST_NAME);
    if (!handle.isEmpty()) {
      putHandle(values, handle, follower.handle());
    }
    if (!name.isEmpty()) {
      putName(values, name);
    }
    if (!handle.isEmpty() && !name.isEmpty()) {
      putBoth(values, handle, name);
    }
    putProfile(values, follower);
    return values;
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static void putHandle(FeatureValues values, String handle, String raw) {
    var length = handle.length();
    var digits = HandleDigits.count(raw);
    values
        .put(Feature.HANDLE_DIGITS, digits)
        .put(Feature.HANDLE_DIGIT_SHARE, Math.min(1, (double) digits / length))
        .put(Feature.TRAILING_DIGITS, trailingDigits(handle))
        .put(Feature.HANDLE_LENGTH, length)
        .put(Feature.HANDLE_ENTROPY, entropy(handle))
        .put(Feature.HANDLE_VOWEL_SHARE, vowels(handle) / length)
        .put(Feature.HANDLE_STARTS_UPPER, bit(Character.isUpperCase(handle.charAt(0))))
        .put(Feature.HANDLE_IS_LOWER, bit(handle.equals(lower(handle))))
        .put(Feature.HANDLE_HAS_UNDERSCORE, bit(handle.indexOf('_') >= 0));
  }

  private static void putName(FeatureValues values, String name) {
    values
        .put(Feature.NAME_LENGTH, name.length())
        .put(Feature.NAME_WORDS, name.split(" ", -1).length)
        .put(Feature.NAME_DIGITS, (double) name.chars().filter(Character::isDigit).count())
        .put(Feature.NAME_IS_LOWER, bit(name.equals(lower(name))))
        .put(Feature.NAME_IS_UPPER, bit(name.equals(name.toUpperCase(Locale.ROOT))));
  }

  private static void putBoth(FeatureValues values, String handle, String name) {
    var lowerHandle = lower(handle);
    var lowerName = lower(name);
    values
        .put(Feature.SIMILARITY, NameMatch.of(lowerHandle, lowerName))
        .put(Feature.RATIO, Ratio.of(lowerHandle, lowerName))
        .put(Feature.PARTIAL_RATIO, PartialRatio.of(lowerHandle, lowerName))
        .put(Feature.NAME_EQUALS_HANDLE, bit(lowerHandle.equals(lowerName)));
  }

  private static void putProfile(FeatureValues values, Follower follower) {
    values
        .putIfKnown(Feature.FOLLOWERS, follower.followers())
        .putIfKnown(Feature.FOLLOWING, follower.following())
        .putIfKnown(Feature.POSTS, follower.posts())
        .putIfKnown(Feature.HAS_PICTURE, follower.hasPicture())
        .putIfKnown(Feature.PRIVATE, follower.isPrivate())
        .putIfKnown(Feature.BIO_LENGTH, follower.bioLength());
    if (follower.followers() != null && follower.following() != null) {
      var perFollower = (follower.following() + 1.0) / (follower.followers() + 1.0);
      values.put(Feature.FOLLOWING_PER_FOLLOWER, perFollower);
    }
  }

  private static int trailingDigits(String text) {
    var start = text.length();
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return text.length() - start;
  }

  /** In bits per letter: a keyboard's random walk has more of it than a name. */
  private static double entropy(String text) {
    var sorted = text.toCharArray();
    Arrays.sort(sorted);
    var entropy = 0.0;
    var first = 0;
    for (var at = 1; at <= sorted.length; at++) {
      if (at == sorted.length || sorted[at] != sorted[first]) {
        var share = (double) (at - first) / sorted.length;
        entropy -= share * Math.log(share);
        first = at;
      }
    }
    return entropy / Math.log(2);
  }

  private static double vowels(String text) {
    return (double)
        text.chars().filter(letter -> VOWELS.indexOf(Character.toLowerCase(letter)) >= 0).count();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static int bit(boolean is) {
    return is ? 1 : 0;
  }
}
