package gantry.database;

import gantry.secrets.Secrets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How the functions of this module reach the primary. */
record Settings(Map<String, String> environment, Secrets secrets) {
  Settings {
    environment = Map.copyOf(environment);
  }

  /** Of several hosts the driver would take the first, standby or not. */
  String url() {
    var url = required("DATABASE_URL");
    return url.contains(",") && !url.contains("targetServerType=")
        ? url + (url.contains("?") ? "&" : "?") + "targetServerType=primary"
        : url;
  }

  String user() {
    return required("DATABASE_USER");
  }

  String password() {
    return secrets.find("DATABASE_PASSWORD").orElseThrow(() -> missing("DATABASE_PASSWORD"));
  }

  /** {@code OUTBOX_KEPT}: how long published facts stay, to be looked at or sent again. */
  Duration outboxKept() {
    return Optional.ofNullable(environment.get("OUTBOX_KEPT"))
        .map(Duration::parse)
        .orElse(Duration.ofDays(30));
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
