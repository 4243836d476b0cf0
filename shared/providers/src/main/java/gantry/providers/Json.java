package gantry.providers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document, numbers exact. What a document does not have is absent, at any depth,
 * and absent is not null.
 */
public final class Json {
  private static final Object MISSING = new Object();
  private static final Json ABSENT = new Json(MISSING);

  private final @Nullable Object value;

  Json(@Nullable Object value) {
    this.value = value;
  }

  /** Empty when the bytes are not one well-formed document in UTF-8 without repeated names. */
  public static Optional<Json> read(byte[] bytes) {
    return JsonReader.read(bytes);
  }

  /** Writes maps, lists, strings, numbers, booleans and null. */
  public static String write(@Nullable Object tree) {
    return JsonWriter.write(tree);
  }

  /** The value under these names, one inside the other. */
  public Json at(String... names) {
    var json = this;
    for (var name : names) {
      json = json.member(name);
    }
    return json;
  }

  public Json at(int index) {
    return value instanceof List<?> items && index >= 0 && index < items.size()
        ? new Json(items.get(index))
        : ABSENT;
  }

  public boolean isAbsent() {
    return MISSING.equals(value);
  }

  public boolean isNull() {
    return value == null;
  }

  public boolean isList() {
    return value instanceof List;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  public Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A string, number or boolean as text, for providers that cannot decide. */
  public Optional<String> scalar() {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(String.valueOf(value))
        : Optional.empty();
  }

  /** A number without fraction or exponent. */
  public Optional<BigInteger> integer() {
    return value instanceof BigInteger integer ? Optional.of(integer) : Optional.empty();
  }

  public Optional<BigDecimal> number() {
    return switch (value) {
      case BigInteger integer -> Optional.of(new BigDecimal(integer));
      case BigDecimal decimal -> Optional.of(decimal);
      case null, default -> Optional.empty();
    };
  }

  public Optional<Boolean> flag() {
    return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** A list's items; none when it is no list. */
  public List<Json> items() {
    return value instanceof List<?> items ? items.stream().map(Json::new).toList() : List.of();
  }

  /** An object's members in their order; none when it is no object. */
  public Map<String, Json> members() {
    var members = new LinkedHashMap<String, Json>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), new Json(member)));
    }
    return members;
  }

  private Json member(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name)
        ? new Json(map.get(name))
        : ABSENT;
  }
}
