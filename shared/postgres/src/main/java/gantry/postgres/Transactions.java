package gantry.postgres;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs work in one transaction, and risky parts of it behind a savepoint. */
@Singleton
public final class Transactions {
  private static final ScopedValue<List<Runnable>> AFTER_COMMIT = ScopedValue.newInstance();

  private final TransactionOperations<Connection> operations;

  Transactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /**
   * Commits when the work returns, rolls back when it throws. Inside another transaction it is a
   * part of that one and leaves both to it, so that a savepoint around it still can save the rest.
   */
  public <T> T inTransaction(Supplier<T> work) {
    if (operations.findTransactionStatus().isPresent()) {
      return work.get();
    }
    var later = new ArrayList<Runnable>();
    var result =
        ScopedValue.where(AFTER_COMMIT, later).call(() -> operations.executeWrite(_ -> work.get()));
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
