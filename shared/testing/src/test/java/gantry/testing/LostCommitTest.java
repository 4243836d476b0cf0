package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LostCommitTest {
  private final PostgresServer postgres = PostgresServer.shared();
  private final String url = postgres.newDatabase();

  @Test
  void aCommitWhoseReplyIsLostHasHappened() throws SQLException {
    try (var proxy = FaultProxy.to(postgres.port());
        var direct = postgres.connect(url)) {
      direct.createStatement().execute("CREATE TABLE facts (id int)");
      var through = url.replace(":" + postgres.port() + "/", ":" + proxy.port() + "/");
      try (var doubtful = postgres.connect(through)) {
        doubtful.setAutoCommit(false);
        doubtful.createStatement().execute("INSERT INTO facts VALUES (1)");
        proxy.inject(Fault.loseReplyTo("COMMIT"));

        assertThatExceptionOfType(SQLException.class).isThrownBy(doubtful::commit);
      }

      assertThat(count(direct)).isEqualTo(1);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM facts")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
