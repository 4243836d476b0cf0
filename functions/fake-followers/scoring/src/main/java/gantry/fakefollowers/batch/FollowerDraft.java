package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gantry.fakefollowers.model.Follower;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A follower while its members are being read, and the first thing that is wrong with it. */
final class FollowerDraft {
  private static final int LONGEST_HANDLE = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_BIO = 1_000_000;

  private @Nullable String handle;
  private @Nullable String fullName;
  private @Nullable Long followers;
  private @Nullable Long following;
  private @Nullable Long posts;
  private @Nullable Boolean hasPicture;
  private @Nullable Boolean isPrivate;
  private @Nullable Long bioLength;
  private @Nullable String complaint;

  /** What is no object at all. */
  static FollowerDraft broken() {
    var draft = new FollowerDraft();
    draft.complaint = "is no JSON object";
    return draft;
  }

  /** The parser stands on the member's value and is left at its end. */
  void read(String member, JsonParser json) throws IOException {
    switch (member) {
      case "handle" -> handle = text(member, json, LONGEST_HANDLE);
      case "fullName" -> fullName = text(member, json, LONGEST_NAME);
      case "followers" -> followers = count(member, json);
      case "following" -> following = count(member, json);
      case "posts" -> posts = count(member, json);
      case "hasPicture" -> hasPicture = flag(member, json);
      case "private" -> isPrivate = flag(member, json);
      case "bioLength" -> bioLength = count(member, json);
      default -> json.skipChildren();
    }
  }

  @Nullable String complaint() {
    return complaint == null && handle == null ? "handle is missing" : complaint;
  }

  Follower follower() {
    return new Follower(
        handle == null ? "" : handle,
        fullName == null ? "" : fullName,
        followers,
        following,
        posts,
        hasPicture,
        isPrivate,
        bioLength == null ? null : (int) Math.min(bioLength, LONGEST_BIO));
  }

  private @Nullable String text(String member, JsonParser json, int longest) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      complain(member + " is no text", json);
      return null;
    }
    var text = json.getText();
    if (text.length() > longest) {
      complain(member + " is longer than " + longest, json);
    } else if (!isStorable(text)) {
      complain(member + " holds U+0000 or half a surrogate", json);
    }
    return text;
  }

  private @Nullable Long count(String member, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    var isCount =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
            && json.getLongValue() >= 0;
    if (!isCount) {
      complain(member + " is no count", json);
      return null;
    }
    return json.getLongValue();
  }

  private @Nullable Boolean flag(String member, JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> {
        complain(member + " is neither true nor false", json);
        yield null;
      }
    };
  }

  private void complain(String what, JsonParser json) throws IOException {
    complaint = complaint == null ? what : complaint;
    json.skipChildren();
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(letter -> letter == 0 || isHalf(letter));
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
