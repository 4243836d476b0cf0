package gantry.fakefollowers.model;

/**
 * What the model looks at; the names are those of the answers and of the model's file. Rows that
 * are kept name a feature by its place here: a new one comes last, and none ever goes.
 */
public enum Feature {
  SIMILARITY("similarity"),
  RATIO("handleNameRatio"),
  PARTIAL_RATIO("handleNamePartialRatio"),
  HANDLE_DIGITS("handleDigits"),
  HANDLE_DIGIT_SHARE("handleDigitShare"),
  TRAILING_DIGITS("handleTrailingDigits"),
  HANDLE_LENGTH("handleLength"),
  HANDLE_ENTROPY("handleEntropy"),
  HANDLE_VOWEL_SHARE("handleVowelShare"),
  HANDLE_STARTS_UPPER("handleStartsUpper"),
  HANDLE_IS_LOWER("handleIsLower"),
  HANDLE_HAS_UNDERSCORE("handleHasUnderscore"),
  NAME_LENGTH("nameLength"),
  NAME_WORDS("nameWords"),
  NAME_DIGITS("nameDigits"),
  NAME_IS_LOWER("nameIsLower"),
  NAME_IS_UPPER("nameIsUpper"),
  NAME_EQUALS_HANDLE("nameEqualsHandle"),
  FOLLOWERS("followers"),
  FOLLOWING("following"),
  FOLLOWING_PER_FOLLOWER("followingPerFollower"),
  POSTS("posts"),
  HAS_PICTURE("hasPicture"),
  PRIVATE("isPrivate"),
  BIO_LENGTH("bioLength");

  private final String label;

  Feature(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Known only where the producer gives a profile's counts. */
  public boolean isOfProfile() {
    return compareTo(FOLLOWERS) >= 0;
  }
}
