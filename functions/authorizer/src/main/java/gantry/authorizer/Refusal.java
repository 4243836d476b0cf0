package gantry.authorizer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why a token was refused; the slugs are metric values, callers only see 403. */
enum Refusal {
  NO_BEARER_TOKEN,
  TOKEN_TOO_LARGE,
  MALFORMED_TOKEN,
  NOT_CONFIGURED,
  WRONG_ALGORITHM,
  UNKNOWN_KEY,
  SIGNATURE_MISMATCH,
  EXPIRED,
  NOT_YET_VALID,
  WRONG_ISSUER,
  WRONG_AUDIENCE,
  MALFORMED_CLAIMS,
  NO_ROLE,
  NO_SESSION,
  FOREIGN_PAGE,
  NO_CSRF_PROOF,
  TOO_MANY_FAILURES;

  /** Nothing shows that a key of ours made the token. */
  private static final Set<Refusal> GUESSES =
      EnumSet.of(
          NO_BEARER_TOKEN,
          NO_SESSION,
          TOKEN_TOO_LARGE,
          MALFORMED_TOKEN,
          WRONG_ALGORITHM,
          UNKNOWN_KEY,
          SIGNATURE_MISMATCH);

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

  String slug() {
    return slug;
  }

  boolean mayBeGuess() {
    return GUESSES.contains(this);
  }
}
