package gantry.http.version;

import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The labels were "tags" then. */
@Singleton
final class NotesV2 implements OlderVersion {
  @Override
  public ApiVersion version() {
    return new ApiVersion(2, "notes");
  }

  @Override
  public Retirement retirement() {
    return new Retirement(
        Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));
  }

  @Override
  public JsonNode upgrade(JsonNode body, String path) {
    return NotesV1.renamed(body, "tags", "labels");
  }

  @Override
  public JsonNode downgrade(JsonNode answer, String path) {
    return NotesV1.renamed(answer, "labels", "tags");
  }
}
