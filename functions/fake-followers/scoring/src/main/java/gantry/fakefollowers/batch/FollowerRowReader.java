package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gantry.fakefollowers.classic.ClassicFields;
import gantry.fakefollowers.model.FollowerScore;
import gantry.fakefollowers.model.NameOrigin;
import gantry.fakefollowers.model.Reason;
import gantry.fakefollowers.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link FollowerRowWriter} wrote, place by place. */
final class FollowerRowReader {
  private final JsonParser json;

  FollowerRowReader(JsonParser json) {
    this.json = json;
  }

  /**
   * The parser stands on the row and is left at its end; a place behind the known ones is skipped.
   */
  ScoredFollower read() throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY);
    var index = whole();
    var handle = text("");
    var fullName = text("");
    var follower = new ScoredFollower(index, handle, fullName, classic(handle, fullName), score());
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
    }
    return follower;
  }

  private ClassicFields classic(String handle, String fullName) throws IOException {
    var symbolic = text(fullName);
    var foreignScript = whole();
    var transliterated = text(symbolic);
    var decoded = text(transliterated);
    return new ClassicFields(
        symbolic,
        foreignScript,
        transliterated,
        decoded,
        text(handle),
        text(decoded),
        whole(),
        whole(),
        whole(),
        number(),
        whole(),
        whole(),
        number(),
        whole(),
        number(),
        whole());
  }

  private FollowerScore score() throws IOException {
    return new FollowerScore(
        Verdict.valueOf(text("")),
        scaled(),
        scaled(),
        reasons(),
        new NameOrigin(scaled(), scaled()),
        text(""));
  }

  private List<Reason> reasons() throws IOException {
    expect(json.nextToken(), JsonToken.START_ARRAY);
    var reasons = new ArrayList<Reason>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      reasons.add(new Reason(feature(), scaled()));
    }
    return reasons;
  }

  private String feature() throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? json.getText()
        : FeatureNumbers.label(json.getIntValue());
  }

  private String text(String madeOf) throws IOException {
    if (json.nextToken() == JsonToken.VALUE_NULL) {
      return madeOf;
    }
    expect(json.currentToken(), JsonToken.VALUE_STRING);
    return json.getText();
  }

  private int whole() throws IOException {
    json.nextToken();
    return json.getIntValue();
  }

  private double number() throws IOException {
    json.nextToken();
    return json.getDoubleValue();
  }

  private double scaled() throws IOException {
    json.nextToken();
    return json.getLongValue() / FollowerRowWriter.SCALE;
  }

  private static void expect(JsonToken found, JsonToken expected) {
    if (found != expected) {
      throw new MalformedBatchException("A scored follower's row is not as it is written");
    }
  }
}
