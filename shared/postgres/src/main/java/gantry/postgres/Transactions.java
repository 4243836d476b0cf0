package gantry.postgres;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;

/** Runs work in one transaction, and risky parts of it behind a savepoint. */
@Singleton
public final class Transactions {
  private final TransactionOperations<Connection> operations;

  Transactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /**
   * Commits when the work returns, rolls back when it throws. Inside another transaction it is a
   * part of that one and leaves both to it, so that a savepoint around it still can save the rest.
   */
  public <T> T inTransaction(Supplier<T> work) {
    return operations.findTransactionStatus().isPresent()
        ? work.get()
        : operations.executeWrite(_ -> work.get());
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
