package io.dataflow.runtime.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.ErrorType;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStateTest {

  @ParameterizedTest
  @CsvSource({
    "22P02, RECORD, INVALID_DATA",
    "23502, RECORD, CONSTRAINT_VIOLATION",
    "23505, CONFLICT, CONSTRAINT_VIOLATION",
    "P0001, RECORD, INVALID_DATA",
    "ORD01, RECORD, UNKNOWN",
    "45000, RECORD, UNKNOWN",
    "42883, SUSPECT, UNKNOWN",
    "42601, SUSPECT, UNKNOWN",
    "0A000, SUSPECT, INVALID_DATA",
    "XX000, SUSPECT, UNKNOWN",
    "XX001, UNAVAILABLE, UNKNOWN",
    "40P01, ROLLBACK, TRANSIENT",
    "42P01, STALE, UNKNOWN",
    "25006, READ_ONLY, TRANSIENT",
    "53300, UNAVAILABLE, TRANSIENT",
    "57014, UNAVAILABLE, TIMEOUT",
    "57P01, UNAVAILABLE, CONNECTION_ERROR",
    "08006, UNAVAILABLE, CONNECTION_ERROR",
    "28P01, SETUP, AUTH_ERROR",
    "42501, SETUP, AUTH_ERROR",
    "3D000, SETUP, UNKNOWN",
  })
  void saysWhoseFaultItIsAndWhatItCountsAs(String state, SqlFault fault, ErrorType type) {
    var failure = new SQLException("no", state);
    assertThat(SqlState.fault(failure)).isEqualTo(fault);
    assertThat(SqlState.type(failure)).isEqualTo(type);
  }

  @Test
  void anErrorWithoutAStateIsTheWorlds() {
    var failure = new SQLException("no");
    assertThat(SqlState.fault(failure)).isEqualTo(SqlFault.UNAVAILABLE);
    assertThat(SqlState.of(failure).code()).isEqualTo("-----");
  }

  @Test
  void aConnectionThatFailsByItsCertificateIsSetUpWrongly() {
    var failure = new SQLException("no", "08006", new CertificateException("unknown authority"));
    assertThat(SqlState.fault(failure)).isEqualTo(SqlFault.SETUP);
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsATimeout() {
    var failure = new SQLException("no", "08006", new SocketTimeoutException("late"));
    assertThat(SqlState.fault(failure)).isEqualTo(SqlFault.UNAVAILABLE);
    assertThat(SqlState.type(failure)).isEqualTo(ErrorType.TIMEOUT);
  }
}
