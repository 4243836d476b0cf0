package gantry.webhooks.handler;

import gantry.webhooks.payload.RawBody;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Reads the documents of events. */
@Singleton
public final class Documents {
  private final JsonMapper json;

  Documents(JsonMapper json) {
    this.json = json;
  }

  /** Empty when the bytes are no JSON. */
  public Optional<Document> read(WebhookEvent event) {
    return read(event.body());
  }

  /** Empty when the bytes are no JSON. */
  public Optional<Document> read(RawBody body) {
    try {
      return Optional.ofNullable(json.readValue(body.bytes(), JsonNode.class)).map(Document::new);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
