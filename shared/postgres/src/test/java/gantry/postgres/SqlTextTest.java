package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT a FROM t1 WHERE b = 'secret' AND c > 12.5|SELECT a FROM t1 WHERE b = ? AND c > ?",
        "SELECT E'it\\'s secret', x|SELECT ?, x",
        "SELECT 'it''s secret', x|SELECT ?, x",
        "SELECT $tag$a secret$tag$, x|SELECT ?, x",
        "SELECT 'never closed secret|SELECT ?",
        "SELECT  a   FROM t WHERE b = $1|SELECT a FROM t WHERE b = $1"
      })
  void noLiteralIsLeft(String sql, String normalised) {
    assertThat(SqlText.normalised(sql)).isEqualTo(normalised);
  }

  @Test
  void aTextOfAnyLengthIsTold() {
    assertThat(SqlText.normalised("SELECT '" + "secret".repeat(200_000) + "'"))
        .isEqualTo("SELECT ?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", " select 1", "SHOW x", "VALUES (1)"})
  void aReadIsKnown(String sql) {
    assertThat(SqlText.isRead(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INSERT INTO t VALUES (1)", "WITH a AS (DELETE FROM t) SELECT 1", "", "CALL p()"})
  void anythingElseMayChangeSomething(String sql) {
    assertThat(SqlText.isRead(sql)).isFalse();
  }
}
