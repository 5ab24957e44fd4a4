package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlServerTest {
  private static PostgresqlServer postgresql;

  @BeforeAll
  static void start() {
    postgresql = PostgresqlServer.start();
  }

  @AfterAll
  static void stop() {
    postgresql.close();
  }

  @Test
  void givesBackWhatWasPutIn() throws SQLException {
    execute("CREATE TABLE taken (text text); INSERT INTO taken VALUES ('Zoë')");
    assertThat(ask("SELECT upper(text) FROM taken")).isEqualTo("ZOË");
  }

  @Test
  void keepsItsDataOverARestart() throws SQLException {
    execute("CREATE TABLE kept (text text); INSERT INTO kept VALUES ('before')");
    postgresql.restart();
    assertThat(ask("SELECT text FROM kept")).isEqualTo("before");
  }

  @Test
  void keepsWhatItCommittedWhenItIsKilled() throws SQLException {
    execute("CREATE TABLE killed (text text); INSERT INTO killed VALUES ('before')");
    postgresql.kill();
    assertThatThrownBy(() -> ask("SELECT 1")).isInstanceOf(SQLException.class);
    postgresql.restart();
    assertThat(ask("SELECT text FROM killed")).isEqualTo("before");
  }

  @Test
  void isReadyForLogicalDecoding() throws SQLException {
    assertThat(ask("SHOW wal_level")).isEqualTo("logical");
    assertThat(ask("SHOW server_version")).startsWith("18");
  }

  @Test
  void letsAUserInWithTheRightPasswordOnly() throws SQLException {
    postgresql.createUser("o'neil", "it's; \\secret");
    postgresql.createDatabase("Mixed Case");
    var url = "jdbc:postgresql://127.0.0.1:" + postgresql.port() + "/Mixed%20Case";
    try (var right = DriverManager.getConnection(url, "o'neil", "it's; \\secret")) {
      assertThat(right.isValid(5)).isTrue();
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "o'neil", "guess"))
        .hasMessageContaining("password authentication failed");
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = postgresql.connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String sql) throws SQLException {
    try (var connection = postgresql.connection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
