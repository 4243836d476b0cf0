package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {
  @ParameterizedTest
  @CsvSource({
    "08006, UNREACHABLE",
    "08001, UNREACHABLE",
    "57P01, UNREACHABLE",
    "57P03, OVERLOADED",
    "25006, WRONG_ROLE",
    "08007, UNKNOWN",
    "28P01, UNREACHABLE",
    "53300, OVERLOADED",
    "57014, TOO_SLOW",
    "55P03, TOO_SLOW",
    "40001, SERIALIZATION",
    "40P01, SERIALIZATION",
    "23505, CONSTRAINT",
    "42P01, DEFECT",
    "22021, INVALID_VALUE",
    "XX000, DEFECT"
  })
  void aStateSaysWhatTheFailureMeans(String state, DatabaseFailure failure) {
    var thrown = new IllegalStateException(new RuntimeException(new SQLException("", state)));

    assertThat(DatabaseFailure.of(thrown)).contains(failure);
  }

  @Test
  void aPoolThatHasNoConnectionInTimeIsUnreachable() {
    assertThat(DatabaseFailure.of(new SQLTransientConnectionException()))
        .contains(DatabaseFailure.UNREACHABLE);
  }

  @Test
  void tooManyConnectionsBehindAPoolsTimeOutMeansOverload() {
    var thrown = new SQLTransientConnectionException("", null, 0, new SQLException("", "53300"));

    assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.OVERLOADED);
  }

  @Test
  void whatHasNothingToDoWithADatabaseIsNoFailureOfOne() {
    assertThat(DatabaseFailure.of(new IllegalStateException())).isEmpty();
  }

  @Test
  void onlyWhatTheDatabaseRefusedForGoodStays() {
    assertThat(DatabaseFailure.values())
        .filteredOn(failure -> !failure.passes())
        .containsExactly(
            DatabaseFailure.CONSTRAINT, DatabaseFailure.INVALID_VALUE, DatabaseFailure.DEFECT);
  }
}
