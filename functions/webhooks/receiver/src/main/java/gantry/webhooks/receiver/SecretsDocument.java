package gantry.webhooks.receiver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.signature.SignatureScheme;
import gantry.webhooks.signature.SigningSecret;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"stripe":[{"secret":"…","mode":"live","until":"2026-12-11T12:00:00Z"}]}}. A misspelt
 * member could keep a secret alive for ever, so that anything unknown in an entry is malformed; an
 * unknown provider is only one that an older version does not know yet.
 */
record SecretsDocument(Map<Provider, List<SigningSecret>> secrets) {
  static final SecretsDocument EMPTY = new SecretsDocument(Map.of());

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  SecretsDocument {
    secrets = Map.copyOf(secrets);
  }

  /** Throws {@link IllegalArgumentException}, which quotes nothing, on anything malformed. */
  static SecretsDocument parse(String text) {
    try (var json = JSON.createParser(text)) {
      return new SecretsDocument(new Reader(json).providers());
    } catch (IOException | DateTimeParseException odd) {
      throw malformed();
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("Malformed document of webhook secrets");
  }

  private record Reader(JsonParser json) {
    Map<Provider, List<SigningSecret>> providers() throws IOException {
      var secrets = new EnumMap<Provider, List<SigningSecret>>(Provider.class);
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var provider = Provider.of(json.currentName());
        json.nextToken();
        if (provider.isPresent()) {
          secrets.put(provider.get(), entries(SignatureScheme.of(provider.get())));
        } else {
          json.skipChildren();
        }
      }
      expect(json.nextToken(), null);
      return secrets;
    }

    private List<SigningSecret> entries(SignatureScheme scheme) throws IOException {
      var entries = new ArrayList<SigningSecret>();
      expect(json.currentToken(), JsonToken.START_ARRAY);
      while (json.nextToken() == JsonToken.START_OBJECT) {
        secret(scheme, members()).ifPresent(entries::add);
      }
      expect(json.currentToken(), JsonToken.END_ARRAY);
      return List.copyOf(entries);
    }

    private Map<String, String> members() throws IOException {
      var members = new LinkedHashMap<String, String>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        expect(json.nextToken(), JsonToken.VALUE_STRING);
        members.put(name, json.getText());
      }
      return members;
    }

    /** An empty secret, or one that the scheme cannot use, accepts nothing. */
    private static Optional<SigningSecret> secret(
        SignatureScheme scheme, Map<String, String> members) {
      var secret = members.remove("secret");
      var mode = Mode.of(members.getOrDefault("mode", "")).orElseThrow(SecretsDocument::malformed);
      members.remove("mode");
      var until = members.remove("until");
      if (secret == null || !members.isEmpty()) {
        throw malformed();
      }
      var end = until == null ? null : Instant.parse(until);
      return scheme.key(secret).map(key -> new SigningSecret(key, mode, end));
    }

    private static void expect(@Nullable JsonToken token, @Nullable JsonToken wanted) {
      if (token != wanted) {
        throw malformed();
      }
    }
  }
}
