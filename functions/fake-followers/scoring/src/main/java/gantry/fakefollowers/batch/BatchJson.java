package gantry.fakefollowers.batch;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

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

  public ScoredFollower readFollower(String text) {
    try {
      var follower = json.readValue(text, ScoredFollower.class);
      if (follower == null) {
        throw new MalformedBatchException("No scored follower");
      }
      return follower;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ScoredBatch readBatch(byte[] bytes) {
    try {
      var batch = json.readValue(bytes, ScoredBatch.class);
      if (batch == null) {
        throw new MalformedBatchException("No scored batch");
      }
      return batch;
    } catch (IOException _) {
      throw new MalformedBatchException("The record is no scored batch");
    }
  }
}
