package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A scored batch as it stands in a record: JSON with a row per follower, zipped. A tenth of the
 * JSON with names that it was before, for less time: what is not written need not be zipped.
 */
final class ScoredBatchText {
  /** Records without a format were plain JSON with a name for each field. */
  static final int FORMAT = 2;

  private static final int USUAL_SIZE = 1 << 16;
  private static final int BUFFER = 1 << 13;

  private final JsonGenerator json;

  private ScoredBatchText(JsonGenerator json) {
    this.json = json;
  }

  static byte[] of(ScoredBatch batch) {
    var bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (var json = FollowerReader.JSON.createGenerator(new FastGzip(bytes))) {
      new ScoredBatchText(json).write(batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(ScoredBatch batch) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", FORMAT);
    write(batch.audit());
    json.writeNumberField("batch", batch.batch());
    json.writeNumberField("piece", batch.piece());
    json.writeArrayFieldStart("malformed");
    for (var item : batch.malformed()) {
      write(item);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    var row = new FollowerRowWriter(json);
    for (var result : batch.results()) {
      row.write(result);
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

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
