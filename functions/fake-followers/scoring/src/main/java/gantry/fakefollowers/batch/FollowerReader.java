package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads followers; what is wrong with one is told by its index and stops no other. */
public final class FollowerReader {
  static final JsonFactory JSON = new JsonFactory();

  private final List<IndexedFollower> wellFormed = new ArrayList<>();
  private final List<Malformed> malformed = new ArrayList<>();
  private int next;

  /** One follower per line; empty lines count for nothing. */
  public static Followers lines(String text) {
    var reader = new FollowerReader();
    text.lines().filter(line -> !line.isBlank()).forEach(reader::line);
    return reader.followers();
  }

  private void line(String line) {
    try (var json = JSON.createParser(line)) {
      json.nextToken();
      var draft = draft(json);
      take(json.nextToken() == null ? draft : FollowerDraft.broken());
    } catch (JacksonException _) {
      take(FollowerDraft.broken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parser stands on the array. */
  void array(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedBatchException("followers is no array");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      take(draft(json));
    }
  }

  private static FollowerDraft draft(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return FollowerDraft.broken();
    }
    var draft = new FollowerDraft();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var member = json.currentName();
      json.nextToken();
      draft.read(member, json);
    }
    return draft;
  }

  private void take(FollowerDraft draft) {
    var complaint = draft.complaint();
    if (complaint == null) {
      wellFormed.add(new IndexedFollower(next++, draft.follower()));
    } else {
      malformed.add(new Malformed(next++, complaint));
    }
  }

  Followers followers() {
    return new Followers(wellFormed, malformed);
  }
}
