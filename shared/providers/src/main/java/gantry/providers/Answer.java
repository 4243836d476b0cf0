package gantry.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/** What a provider answered, in the media type that was asked for; also a refusal such as 404. */
public final class Answer implements Outcome {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Without parameters, in lower case; empty when there is none. */
  public String mediaType() {
    var type = header("Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, UTF_8);
  }

  /** Empty when the body is not one well-formed JSON document: then it is no answer. */
  public Optional<Json> json() {
    return Json.read(body);
  }

  boolean isEmpty() {
    return body.length == 0;
  }

  @Override
  public String toString() {
    return "Answer[status=" + status + ", bytes=" + body.length + "]";
  }
}
