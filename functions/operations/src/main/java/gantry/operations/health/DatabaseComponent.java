package gantry.operations.health;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL: there, and the primary. */
@Singleton
final class DatabaseComponent implements Component {
  private static final double MOST_CONNECTIONS = 0.9;

  private final PostgresHealthStore store;

  DatabaseComponent(PostgresHealthStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  @Override
  public Observation observe() {
    var state = store.server();
    return new Observation(health(state), details(state));
  }

  private static Map<String, Object> details(ServerState state) {
    var details = new HashMap<String, Object>();
    details.put("role", state.standby() ? "standby" : "primary");
    details.put("connections", state.connections());
    details.put("maxConnections", state.maxConnections());
    if (state.replicaLagSeconds() != null) {
      details.put("replicaLagSeconds", state.replicaLagSeconds());
    }
    return details;
  }

  private static Health health(ServerState state) {
    if (state.standby()) {
      return Health.UNHEALTHY;
    }
    var isFull = state.connections() > MOST_CONNECTIONS * state.maxConnections();
    return isFull ? Health.DEGRADED : Health.HEALTHY;
  }
}
