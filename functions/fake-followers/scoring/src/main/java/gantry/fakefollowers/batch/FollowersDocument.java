package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object with {@code followers} and texts beside them; numbers and flags count as texts. */
public record FollowersDocument(Map<String, String> texts, @Nullable Followers given) {
  private static final Followers NONE = new Followers(List.of(), List.of());

  public FollowersDocument {
    texts = Map.copyOf(texts);
  }

  public boolean hasFollowers() {
    return given != null;
  }

  /** None where none are given. */
  public Followers followers() {
    return given == null ? NONE : given;
  }

  /** Throws when it is no such object; a follower that is none is only told of. */
  public static FollowersDocument read(byte[] utf8) {
    try (var json = FollowerReader.JSON.createParser(utf8)) {
      return read(json);
    } catch (JacksonException _) {
      throw new MalformedBatchException("It is no JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FollowersDocument read(JsonParser json) throws IOException {
    var texts = new HashMap<String, String>();
    var reader = new FollowerReader();
    var isGiven = false;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedBatchException("It is no JSON object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var member = json.currentName();
      var value = json.nextToken();
      if (member.equals("followers")) {
        reader.array(json);
        isGiven = true;
      } else if (value.isScalarValue()) {
        texts.put(member, json.getText());
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw new MalformedBatchException("Something stands behind the object");
    }
    return new FollowersDocument(texts, isGiven ? reader.followers() : null);
  }
}
