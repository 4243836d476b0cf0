package gantry.idempotency;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers as they are stored, and stored answers as responses. */
@Singleton
final class Answers {
  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);

  private final JsonMapper json;

  Answers(JsonMapper json) {
    this.json = json;
  }

  StoredAnswer of(HttpResponse<?> response) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    var body = body(response.body());
    if (body != null) {
      headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    return new StoredAnswer(response.code(), headers, body);
  }

  StoredAnswer of(int status, KnownRequest known) {
    return new StoredAnswer(status, headers(known), known.body());
  }

  /** The first answer and each repetition are made alike, so that they are equal. */
  MutableHttpResponse<?> response(StoredAnswer answer) {
    var response = HttpResponse.status(answer.status(), null);
    answer.headers().forEach(response::header);
    return answer.body() == null ? response : response.body(answer.body());
  }

  String headers(StoredAnswer answer) {
    return write(answer.headers());
  }

  private Map<String, String> headers(KnownRequest known) {
    try {
      var headers = known.headers() == null ? null : json.readValue(known.headers(), HEADERS);
      return headers == null ? Map.of() : headers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String body(@Nullable Object body) {
    return switch (body) {
      case null -> null;
      case CharSequence text -> text.toString();
      default -> write(body);
    };
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
