package gantry.webhooks.handler;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provider's document. What is absent, null or of another form than asked for is empty. */
public final class Document {
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,3}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern SLUG = Pattern.compile("[a-z_]{1,40}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}");

  private final JsonNode root;

  Document(JsonNode root) {
    this.root = root;
  }

  /** The value at the path, numbers and flags as their text; a list's items are named 0, 1, .... */
  public Optional<String> text(String... path) {
    var node = Optional.of(root);
    for (var name : path) {
      node = node.flatMap(parent -> Optional.ofNullable(child(parent, name)));
    }
    return node.filter(JsonNode::isValueNode)
        .filter(value -> !value.isNull())
        .map(JsonNode::coerceStringValue);
  }

  private static @Nullable JsonNode child(JsonNode parent, String name) {
    if (parent.isArray()) {
      return INDEX.matcher(name).matches() ? parent.get(Integer.parseInt(name)) : null;
    }
    return parent.isObject() ? parent.get(name) : null;
  }

  public Optional<String> id(String... path) {
    return text(path).filter(ID.asMatchPredicate());
  }

  /** A lower-case word, such as a status. */
  public Optional<String> slug(String... path) {
    return text(path).filter(SLUG.asMatchPredicate());
  }

  public OptionalLong amount(String... path) {
    return text(path)
        .filter(AMOUNT.asMatchPredicate())
        .map(digits -> OptionalLong.of(Long.parseLong(digits)))
        .orElseGet(OptionalLong::empty);
  }

  /** An ISO-8601 time, as finely as PostgreSQL keeps it. */
  public Optional<Instant> time(String... path) {
    try {
      return text(path)
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS))
          .filter(Document::isStorable);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Seconds since 1970. */
  public Optional<Instant> epochSecond(String... path) {
    var seconds = amount(path);
    return seconds.isEmpty()
        ? Optional.empty()
        : Optional.of(seconds.getAsLong())
            .filter(value -> value < LATEST.getEpochSecond())
            .map(Instant::ofEpochSecond);
  }

  private static boolean isStorable(Instant time) {
    return time.isAfter(Instant.EPOCH) && time.isBefore(LATEST);
  }
}
