package gantry.fakefollowers.audit;

import gantry.fakefollowers.audit.NewAudit.Then;
import gantry.fakefollowers.batch.FollowersDocument;
import gantry.fakefollowers.model.Verdict;
import gantry.problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a request, and collects what is wrong. */
final class AuditQuery {
  private static final Pattern CREATOR = Pattern.compile("[^\\p{Cntrl}\\uD800-\\uDFFF]{1,200}");
  private static final Pattern PLATFORM = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final Pattern FLAG = Pattern.compile("true|false");
  private static final int MOST = 1000;
  private static final int USUAL = 100;

  private final Function<String, @Nullable String> texts;
  private final List<FieldError> errors = new ArrayList<>();

  AuditQuery(Function<String, @Nullable String> texts) {
    this.texts = texts;
  }

  NewAudit audit() {
    return new NewAudit(
        required("creator", CREATOR, "must be 1 to 200 printable characters"),
        required("platform", PLATFORM, "must be 1 to 40 letters, digits, dots or dashes"),
        isOpen() ? Then.MORE_PARTS : Then.NOTHING);
  }

  /** An audit that takes no more parts has its followers in the first. */
  void require(FollowersDocument document) {
    if (!document.hasFollowers()) {
      errors.add(new FieldError("followers", "must be given, or open be true"));
    }
  }

  private boolean isOpen() {
    return read("open", "must be true or false", text -> matched(FLAG, text))
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  @Nullable Verdict verdict() {
    return read(
            "verdict",
            "is no verdict",
            text ->
                Arrays.stream(Verdict.values())
                    .filter(verdict -> verdict.name().equalsIgnoreCase(text))
                    .findFirst())
        .orElse(null);
  }

  FollowerCursor cursor() {
    return read("cursor", "was not made by this list", FollowerCursor::of)
        .orElse(FollowerCursor.START);
  }

  int limit() {
    return read("limit", "must be 1 to " + MOST, AuditQuery::limit).orElse(USUAL);
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private String required(String name, Pattern pattern, String complaint) {
    var text = texts.apply(name);
    if (text == null || !pattern.matcher(text).matches()) {
      errors.add(new FieldError(name, complaint));
      return "";
    }
    return text;
  }

  private <T> Optional<T> read(
      String name, String complaint, Function<String, Optional<T>> reader) {
    var text = texts.apply(name);
    if (text == null) {
      return Optional.empty();
    }
    var value = reader.apply(text);
    if (value.isEmpty()) {
      errors.add(new FieldError(name, complaint));
    }
    return value;
  }

  private static Optional<String> matched(Pattern pattern, String text) {
    return Optional.of(text).filter(known -> pattern.matcher(known).matches());
  }

  private static Optional<Integer> limit(String text) {
    try {
      return Optional.of(Integer.valueOf(text)).filter(limit -> limit >= 1 && limit <= MOST);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
