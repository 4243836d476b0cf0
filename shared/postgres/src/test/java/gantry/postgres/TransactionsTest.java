package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private final ApplicationContext context =
      TestContext.start(PostgresServer.shared().newDatabase(), Map.of());
  private final Transactions transactions = context.getBean(Transactions.class);

  @BeforeEach
  void create() {
    execute("CREATE TABLE notes (note text PRIMARY KEY)");
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void whatThrowsIsUndone() {
    assertThatThrownBy(() -> transactions.inTransaction(() -> insertAndThrow("a")))
        .hasMessage("business");

    assertThat(count()).isZero();
  }

  @Test
  void aSavepointUndoesOnlyItsOwnWork() {
    transactions.inTransaction(() -> {
      insert("kept");
      assertThatThrownBy(() -> transactions.inSavepoint(() -> insertAndThrow("undone")))
          .hasMessage("business");
      return insert("kept too");
    });

    assertThat(count()).isEqualTo(2);
  }

  @Test
  void aRefusedStatementBehindASavepointLeavesTheTransactionUsable() {
    transactions.inTransaction(() -> {
      insert("a");
      assertThatThrownBy(() -> transactions.inSavepoint(() -> insert("a")))
          .satisfies(thrown ->
              assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.CONSTRAINT));
      return insert("b");
    });

    assertThat(count()).isEqualTo(2);
  }

  @Test
  void aViolationDoesNotTellTheRowsValues() {
    insert("private");

    assertThatThrownBy(() -> insert("private"))
        .rootCause()
        .hasMessageContaining("notes_pkey")
        .hasMessageNotContaining("private");
  }

  private int insertAndThrow(String note) {
    insert(note);
    throw new IllegalStateException("business");
  }

  private int insert(String note) {
    return execute("INSERT INTO notes VALUES ('" + note + "')");
  }

  private int execute(String sql) {
    return transactions.inTransaction(() ->
        context
            .getBean(JdbcOperations.class)
            .prepareStatement(sql, PreparedStatement::executeUpdate));
  }

  private int count() {
    return transactions.inTransaction(() ->
        context
            .getBean(JdbcOperations.class)
            .prepareStatement(
                "SELECT count(*) FROM notes",
                statement -> {
                  var result = statement.executeQuery();
                  result.next();
                  return result.getInt(1);
                }));
  }
}
