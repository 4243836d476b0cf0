package gantry.fakefollowers.batch;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Scored batches and their parts as JSON. */
@Singleton
public final class BatchJson {
  private final JsonMapper json;

  BatchJson(JsonMapper json) {
    this.json = json;
  }

  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A scored follower's row, as {@link #readFollower} reads it. */
  public String writeFollower(ScoredFollower follower) {
    var text = new StringWriter();
    try (var generator = FollowerReader.JSON.createGenerator(text)) {
      new FollowerRowWriter(generator).write(follower);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Rows, and the objects with names that were kept before. */
  public ScoredFollower readFollower(String text) {
    try {
      return text.startsWith("[") ? readRow(text) : readObject(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScoredFollower readRow(String text) throws IOException {
    try (var parser = FollowerReader.JSON.createParser(text)) {
      parser.nextToken();
      return new FollowerRowReader(parser).read();
    }
  }

  private ScoredFollower readObject(String text) throws IOException {
    var follower = json.readValue(text, ScoredFollower.class);
    if (follower == null) {
      throw new MalformedBatchException("No scored follower");
    }
    return follower;
  }

  /** Zipped records, and the plain ones that were written before. */
  public ScoredBatch readBatch(byte[] record) {
    return ScoredBatchReader.isZipped(record) ? ScoredBatchReader.read(record) : readPlain(record);
  }

  private ScoredBatch readPlain(byte[] record) {
    try {
      var batch = json.readValue(record, ScoredBatch.class);
      if (batch == null || !isWhole(batch.audit())) {
        throw new MalformedBatchException("No scored batch");
      }
      return batch;
    } catch (IOException _) {
      throw new MalformedBatchException("The record is no scored batch");
    }
  }

  /** Serde leaves out what the text does not have. */
  private static boolean isWhole(@Nullable AuditRef audit) {
    return audit != null && audit.id() != null && audit.tenant() != null;
  }
}
