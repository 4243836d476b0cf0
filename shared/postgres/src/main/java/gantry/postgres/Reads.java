package gantry.postgres;

import gantry.lambda.Deadline;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Reads that rather show something old than nothing while the primary is away. Nothing may be
 * decided on what they find: no money, no claim, no limit.
 */
@Singleton
public final class Reads {
  private final ConnectionOperations<Connection> connections;
  private final DatabaseBreaker breaker;
  private final Duration limit;

  Reads(
      ConnectionOperations<Connection> connections,
      DatabaseBreaker breaker,
      DatabaseConfig config) {
    this.connections = connections;
    this.breaker = breaker;
    this.limit = config.deadline();
  }

  /** From the primary or, while that is away, from a replica that is at most so old. */
  public <T> Reading<T> withStaleness(Duration accepted, Supplier<T> read) {
    return fallingOver(new ReplicaRead(accepted, null), read);
  }

  /** Besides, a replica must have seen the caller's own write. */
  public <T> Reading<T> withStaleness(Duration accepted, Position written, Supplier<T> read) {
    return fallingOver(new ReplicaRead(accepted, written), read);
  }

  /**
   * Two reads that do not need each other, at the same time on two connections; where one is in use
   * already, as in a transaction, one after the other on that.
   */
  public <A, B, R> R both(Supplier<A> one, Supplier<B> other, BiFunction<A, B, R> join) {
    if (connections.findConnectionStatus().isPresent()) {
      return join.apply(one.get(), other.get());
    }
    return Deadline.within(
        limit,
        () -> {
          var beside = Fork.of(other);
          return join.apply(one.get(), beside.result());
        });
  }

  /** How far the primary has come; after a transaction, how far at least that write has. */
  public Position position() {
    return connections.execute(
        ConnectionDefinition.DEFAULT, status -> position(status.getConnection()));
  }

  private <T> Reading<T> fallingOver(ReplicaRead replica, Supplier<T> read) {
    if (connections.findConnectionStatus().isPresent()) {
      throw new IllegalStateException("A transaction reads from its own connection");
    }
    return Deadline.within(limit, () -> primaryThenReplica(replica, read));
  }

  /** The primary gets half of the time, so that the replica has the other half. */
  private <T> Reading<T> primaryThenReplica(ReplicaRead replica, Supplier<T> read) {
    var half = Deadline.left().orElse(limit).dividedBy(2);
    try {
      return new Reading.Current<>(Deadline.within(half, () -> breaker.call(read)));
    } catch (RuntimeException e) {
      if (!isNoAnswer(e)) {
        throw e;
      }
      return fromReplica(replica, read, e);
    }
  }

  private static boolean isNoAnswer(RuntimeException e) {
    return DatabaseFailure.of(e)
        .filter(failure -> failure.isAway() || failure == DatabaseFailure.TOO_SLOW)
        .isPresent();
  }

  private <T> Reading<T> fromReplica(ReplicaRead replica, Supplier<T> read, RuntimeException why) {
    try {
      return ScopedValue.where(ReplicaRead.CURRENT, replica)
          .call(() -> new Reading.Stale<>(onOneConnection(read), replica.age()));
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e).isEmpty()) {
        throw e;
      }
      why.addSuppressed(e);
      throw why;
    }
  }

  private <T> T onOneConnection(Supplier<T> read) {
    return connections.execute(ConnectionDefinition.READ_ONLY, _ -> read.get());
  }

  private static Position position(Connection connection) {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_current_wal_lsn()")) {
      row.next();
      return new Position(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException("The position is unknown", e);
    }
  }
}
