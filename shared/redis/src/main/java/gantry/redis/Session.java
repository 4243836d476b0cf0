package gantry.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;

/**
 * One connection to one server. A new one means that the server may have been restarted, or that we
 * were elsewhere in between.
 */
public final class Session {
  private final Place place;
  private final StatefulRedisConnection<String, byte[]> connection;

  Session(Place place, StatefulRedisConnection<String, byte[]> connection) {
    this.place = place;
    this.connection = connection;
  }

  public Place place() {
    return place;
  }

  public RedisAsyncCommands<String, byte[]> commands() {
    return connection.async();
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  void close() {
    var _ = connection.closeAsync();
  }
}
