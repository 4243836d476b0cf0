package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import gantry.fakefollowers.classic.ClassicFields;
import gantry.fakefollowers.model.FollowerScore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A scored batch as JSON, letter for letter as Serde writes it; by hand, since Serde took as long
 * as scoring itself.
 */
final class ScoredBatchText {
  private static final int USUAL_SIZE = 1 << 18;

  private final JsonGenerator json;

  private ScoredBatchText(JsonGenerator json) {
    this.json = json;
  }

  static byte[] of(ScoredBatch batch) {
    var bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (var json = FollowerReader.JSON.createGenerator(bytes)) {
      new ScoredBatchText(json).write(batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(ScoredBatch batch) throws IOException {
    json.writeStartObject();
    write(batch.audit());
    json.writeNumberField("batch", batch.batch());
    json.writeNumberField("piece", batch.piece());
    json.writeArrayFieldStart("results");
    for (var result : batch.results()) {
      write(result);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("malformed");
    for (var item : batch.malformed()) {
      write(item);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(AuditRef audit) throws IOException {
    json.writeObjectFieldStart("audit");
    json.writeStringField("id", audit.id().toString());
    json.writeStringField("tenant", audit.tenant());
    json.writeStringField("owner", audit.owner());
    json.writeStringField("creator", audit.creator());
    json.writeStringField("platform", audit.platform());
    json.writeEndObject();
  }

  private void write(Malformed item) throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", item.index());
    json.writeStringField("reason", item.reason());
    json.writeEndObject();
  }

  private void write(ScoredFollower result) throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", result.index());
    json.writeStringField("handle", result.handle());
    json.writeStringField("fullName", result.fullName());
    write(result.classic());
    write(result.v2());
    json.writeEndObject();
  }

  private void write(ClassicFields classic) throws IOException {
    json.writeObjectFieldStart("classic");
    json.writeStringField("symbolic_name", classic.symbolicName());
    json.writeNumberField("fake_real_based_on_lang", classic.foreignScript());
    json.writeStringField("transliterated_follower_name", classic.transliteratedName());
    json.writeStringField("decoded_name", classic.decodedName());
    json.writeStringField("cleaned_handle", classic.cleanedHandle());
    json.writeStringField("cleaned_name", classic.cleanedName());
    json.writeNumberField("chhitij_logic", classic.handleRule());
    json.writeNumberField("number_handle", classic.handleDigits());
    json.writeNumberField("number_more_than_4_handle", classic.manyHandleDigits());
    json.writeNumberField("similarity_score", classic.similarity());
    json.writeNumberField("fake_real_based_on_fuzzy_score_90", classic.dissimilar());
    json.writeNumberField("process1_", classic.process());
    json.writeNumberField("final_", classic.verdict());
    json.writeNumberField("numeric_handle", classic.numericHandle());
    json.writeNumberField("indian_name_score", classic.nameScore());
    json.writeNumberField("score_80", classic.knownName());
    json.writeEndObject();
  }

  private void write(FollowerScore v2) throws IOException {
    json.writeObjectFieldStart("v2");
    json.writeStringField("verdict", v2.verdict().name());
    json.writeNumberField("probability", v2.probability());
    json.writeNumberField("logOdds", v2.logOdds());
    json.writeArrayFieldStart("reasons");
    for (var reason : v2.reasons()) {
      json.writeStartObject();
      json.writeStringField("feature", reason.feature());
      json.writeNumberField("contribution", reason.contribution());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("name");
    json.writeNumberField("lexiconScore", v2.name().lexiconScore());
    json.writeNumberField("looksIndian", v2.name().looksIndian());
    json.writeEndObject();
    json.writeStringField("model", v2.model());
    json.writeEndObject();
  }
}
