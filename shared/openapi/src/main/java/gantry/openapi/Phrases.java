package gantry.openapi;

import java.util.Map;

/** What a status says. */
final class Phrases {
  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("200", "OK"),
          Map.entry("201", "Created"),
          Map.entry("202", "Accepted"),
          Map.entry("204", "Done; there is nothing to tell"),
          Map.entry("304", "Not modified"),
          Map.entry("400", "Bad request"),
          Map.entry("401", "Unauthenticated"),
          Map.entry("403", "Forbidden"),
          Map.entry("404", "Not found"),
          Map.entry("405", "Method not allowed"),
          Map.entry("409", "Conflict"),
          Map.entry("410", "Gone"),
          Map.entry("413", "Body too large"),
          Map.entry("422", "Unprocessable"),
          Map.entry("429", "Too many requests"),
          Map.entry("503", "Unavailable"));

  private Phrases() {}

  static String of(String status) {
    return PHRASES.getOrDefault(status, status);
  }
}
