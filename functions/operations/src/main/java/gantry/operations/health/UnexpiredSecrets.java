package gantry.operations.health;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads from the receiver's document of secrets who has one, and never the secrets themselves. */
@Singleton
final class UnexpiredSecrets {
  private static final Set<String> MODES = Set.of("live", "test");
  private static final Set<String> MEMBERS = Set.of("secret", "mode", "until");

  private final JsonMapper json;

  UnexpiredSecrets(JsonMapper json) {
    this.json = json;
  }

  /** Throws on a document that the receiver would refuse, without a word of it. */
  Set<String> providers(String document, Instant now) {
    return StreamSupport.stream(read(document).entries().spliterator(), false)
        .filter(provider -> hasOne(provider.getValue(), now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private JsonNode read(String document) {
    try {
      var read = json.readValue(document, JsonNode.class);
      return read == null ? JsonNode.nullNode() : read;
    } catch (IOException _) {
      throw malformed();
    }
  }

  private static boolean hasOne(JsonNode entries, Instant now) {
    return StreamSupport.stream(entries.values().spliterator(), false)
        .map(UnexpiredSecrets::wellFormed)
        .toList()
        .stream()
        .anyMatch(entry -> isPresent(entry.get("secret")) && isValid(entry.get("until"), now));
  }

  private static JsonNode wellFormed(JsonNode entry) {
    var mode = entry.get("mode");
    if (mode == null || !MODES.contains(mode.coerceStringValue()) || !hasOnlyMembers(entry)) {
      throw malformed();
    }
    return entry;
  }

  private static boolean hasOnlyMembers(JsonNode entry) {
    return StreamSupport.stream(entry.entries().spliterator(), false)
        .allMatch(member -> MEMBERS.contains(member.getKey()) && member.getValue().isString());
  }

  private static IllegalStateException malformed() {
    return new IllegalStateException("The document of webhook secrets is malformed");
  }

  private static boolean isPresent(@Nullable JsonNode secret) {
    return secret != null && secret.isString() && !secret.getStringValue().isEmpty();
  }

  private static boolean isValid(@Nullable JsonNode until, Instant now) {
    return until == null || now.isBefore(Instant.parse(until.getStringValue()));
  }
}
