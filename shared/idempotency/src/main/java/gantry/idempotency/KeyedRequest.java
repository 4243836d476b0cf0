package gantry.idempotency;

/** One request under its key. The fingerprint covers method, path, query and body. */
record KeyedRequest(Scope scope, String key, String fingerprint) {
  /** Keys of one caller on one route; another's equal key is another key. */
  record Scope(String tenant, String caller, String route) {}
}
