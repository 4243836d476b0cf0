package gantry.database;

import gantry.secrets.Secrets;
import java.util.Map;

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
