package gantry.postgres;

import gantry.lambda.Deadline;
import gantry.resilience.Backoff;
import gantry.resilience.Retries;
import gantry.resilience.RetryBudget;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work in one transaction, and risky parts of it behind a savepoint. */
@Singleton
public final class Transactions {
  private static final ScopedValue<List<Runnable>> AFTER_COMMIT = ScopedValue.newInstance();
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));

  private final TransactionOperations<Connection> operations;
  private final Primary primary;
  private final DatabaseBreaker breaker;
  private final Retries retries = new Retries(4, BACKOFF, RetryBudget.ofTenth());
  private final Duration limit;

  Transactions(
      TransactionOperations<Connection> operations,
      Primary primary,
      DatabaseBreaker breaker,
      DatabaseConfig config) {
    this.operations = operations;
    this.primary = primary;
    this.breaker = breaker;
    this.limit = config.deadline();
  }

  /**
   * Commits when the work returns, rolls back when it throws. Inside another transaction it is a
   * part of that one and leaves both to it, so that a savepoint around it still can save the rest.
   *
   * <p>Work that lost a race or its connection before the commit is run again, so whatever it does
   * outside the database must bear a repetition. It ends within the {@link Deadline}.
   *
   * @throws OutcomeUnknownException when only the database can tell whether it was committed
   */
  public <T> T inTransaction(Supplier<T> work) {
    if (operations.findTransactionStatus().isPresent()) {
      return work.get();
    }
    ReplicaRead.refuseDecisions();
    var later = new ArrayList<Runnable>();
    var result = Deadline.within(limit, () -> breaker.call(() -> repeatedly(work, later)));
    later.forEach(Runnable::run);
    return result;
  }

  /** Runs the work once the transaction around it has committed; at once outside of any. */
  public void afterCommit(Runnable work) {
    if (operations.findTransactionStatus().isPresent()) {
      AFTER_COMMIT.get().add(work);
    } else {
      work.run();
    }
  }

  private <T> T repeatedly(Supplier<T> work, List<Runnable> later) {
    for (var failures = 1; ; failures++) {
      try {
        later.clear();
        T result = ScopedValue.where(AFTER_COMMIT, later).call(() -> once(work));
        retries.succeeded();
        return result;
      } catch (RuntimeException e) {
        LockSupport.parkNanos(pauseAfter(e, failures).toNanos());
      }
    }
  }

  /**
   * Commits by itself: what the framework throws after a failed commit is what its rollback threw,
   * and that tells nothing; nor does what it throws after a good one, whose answer came so late
   * that the connection was dropped.
   */
  private <T> T once(Supplier<T> work) {
    var outcome = new AtomicReference<@Nullable Supplier<T>>();
    try {
      return operations.executeWrite(status -> {
        try {
          var result = work.get();
          commit(status.getConnection());
          outcome.set(() -> result);
          return result;
        } catch (RuntimeException e) {
          outcome.set(() -> {
            throw e;
          });
          throw e;
        }
      });
    } catch (RuntimeException last) {
      return Optional.ofNullable(outcome.get()).orElseThrow(() -> last).get();
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw DatabaseFailure.classify(e) == DatabaseFailure.UNKNOWN
          ? new OutcomeUnknownException(e)
          : new TransactionSystemException("Not committed", e);
    }
  }

  private Duration pauseAfter(RuntimeException e, int failures) {
    if (DatabaseFailure.of(e).filter(DatabaseFailure.WRONG_ROLE::equals).isPresent()) {
      primary.pool().evictAll();
    }
    if (!DatabaseFailure.isWorthAnotherTry(e)) {
      throw e;
    }
    return retries.pauseAfter(failures, Deadline.left().orElse(limit)).orElseThrow(() -> e);
  }

  /** When the work throws, only its own changes are undone; the transaction around it goes on. */
  public <T> T inSavepoint(Supplier<T> work) {
    var connection = operations.getConnection();
    var savepoint = set(connection);
    try {
      var result = work.get();
      release(connection, savepoint);
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(connection, savepoint, e);
      throw e;
    }
  }

  private static Savepoint set(Connection connection) {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw new IllegalStateException("No savepoint", e);
    }
  }

  private static void release(Connection connection, Savepoint savepoint) {
    try {
      connection.releaseSavepoint(savepoint);
    } catch (SQLException e) {
      throw new IllegalStateException("The savepoint was not released", e);
    }
  }

  // Over a dead connection this fails as well; the first failure is the one that tells why.
  private static void rollBack(Connection connection, Savepoint savepoint, Throwable why) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }
}
