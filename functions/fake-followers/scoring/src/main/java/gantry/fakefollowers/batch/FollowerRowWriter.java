package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import gantry.fakefollowers.classic.ClassicFields;
import gantry.fakefollowers.model.FollowerScore;
import gantry.fakefollowers.model.Reason;
import java.io.IOException;

/**
 * Writes a scored follower as a row: an array whose places are those of the README, without names,
 * by hand, since Serde took as long as scoring itself.
 */
final class FollowerRowWriter {
  /** Scores are rounded to it; as whole numbers they are shorter and written faster. */
  static final double SCALE = 10_000;

  private final JsonGenerator json;

  FollowerRowWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(ScoredFollower follower) throws IOException {
    json.writeStartArray();
    json.writeNumber(follower.index());
    json.writeString(follower.handle());
    json.writeString(follower.fullName());
    write(follower.classic(), follower);
    write(follower.v2());
    json.writeEndArray();
  }

  private void write(ClassicFields classic, ScoredFollower follower) throws IOException {
    text(classic.symbolicName(), follower.fullName());
    json.writeNumber(classic.foreignScript());
    text(classic.transliteratedName(), classic.symbolicName());
    text(classic.decodedName(), classic.transliteratedName());
    text(classic.cleanedHandle(), follower.handle());
    text(classic.cleanedName(), classic.decodedName());
    json.writeNumber(classic.handleRule());
    json.writeNumber(classic.handleDigits());
    json.writeNumber(classic.manyHandleDigits());
    json.writeNumber(classic.similarity());
    json.writeNumber(classic.dissimilar());
    json.writeNumber(classic.process());
    json.writeNumber(classic.verdict());
    json.writeNumber(classic.numericHandle());
    json.writeNumber(classic.nameScore());
    json.writeNumber(classic.knownName());
  }

  /** Most texts are what they were made of. */
  private void text(String text, String madeOf) throws IOException {
    if (text.equals(madeOf)) {
      json.writeNull();
    } else {
      json.writeString(text);
    }
  }

  private void write(FollowerScore v2) throws IOException {
    json.writeString(v2.verdict().name());
    scaled(v2.probability());
    scaled(v2.logOdds());
    json.writeStartArray();
    for (var reason : v2.reasons()) {
      write(reason);
    }
    json.writeEndArray();
    scaled(v2.name().lexiconScore());
    scaled(v2.name().looksIndian());
    json.writeString(v2.model());
  }

  private void write(Reason reason) throws IOException {
    var number = FeatureNumbers.of(reason);
    if (number == null) {
      json.writeString(reason.feature());
    } else {
      json.writeNumber(number);
    }
    scaled(reason.contribution());
  }

  private void scaled(double number) throws IOException {
    json.writeNumber(Math.round(number * SCALE));
  }
}
