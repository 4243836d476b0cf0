package gantry.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** What goes back to the caller; header names without regard to case. */
record Answer(int status, TreeMap<String, List<String>> headers, Content content) {

  /** A body's bytes. */
  static final class Content {
    private final byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  static Answer of(int status, byte[] body) {
    return new Answer(status, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new Content(body));
  }

  static Answer empty(int status) {
    return of(status, new byte[0]);
  }

  /** API Gateway's own words. */
  static Answer message(int status, String message) {
    var body = "{\"message\":\"" + message + "\"}";
    return of(status, body.getBytes(StandardCharsets.UTF_8))
        .with("content-type", "application/json");
  }

  static Answer internalError() {
    return message(500, "Internal Server Error");
  }

  Answer with(String name, String value) {
    headers.put(name, List.of(value));
    return this;
  }
}
