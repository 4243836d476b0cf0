package gantry.database;

import gantry.secrets.Secrets;
import java.util.Map;

/** How the functions of this module reach the primary. */
record Settings(Map<String, String> environment, Secrets secrets) {
  Settings {
    environment = Map.copyOf(environment);
  }

  String url() {
    return required("DATABASE_URL");
  }

  /** Of the primary; nothing older is written to. */
  long epoch() {
    return Long.parseLong(environment.getOrDefault("DATABASE_EPOCH", "0"));
  }

  String user() {
    return required("DATABASE_USER");
  }

  String password() {
    return secrets.find("DATABASE_PASSWORD").orElseThrow(() -> missing("DATABASE_PASSWORD"));
  }

  Retention retention() {
    return Retention.of(environment);
  }

  private String required(String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw missing(name);
    }
    return value;
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException(name + " is not set");
  }
}
