package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.testbed.clickhouse.ClickHouseServer;
import io.dataflow.testbed.server.ServerException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClickHouseServerTest {
  private static ClickHouseServer clickhouse;

  @BeforeAll
  static void start() {
    clickhouse = ClickHouseServer.start();
  }

  @AfterAll
  static void stop() {
    clickhouse.close();
  }

  private static void table(String name) {
    clickhouse.run("CREATE TABLE " + name + " (text String) ENGINE = MergeTree ORDER BY text");
    clickhouse.run("INSERT INTO " + name + " VALUES ('Zoë')");
  }

  private static String text(String name) {
    return clickhouse.run("SELECT text FROM " + name).strip();
  }

  @Test
  void givesBackWhatWasPutIn() {
    table("taken");
    assertThat(text("taken")).isEqualTo("Zoë");
  }

  @Test
  void keepsItsDataOverARestart() {
    table("kept");
    clickhouse.restart();
    assertThat(text("kept")).isEqualTo("Zoë");
  }

  @Test
  void keepsWhatItHasAcknowledgedWhenItIsKilled() {
    table("killed");
    clickhouse.kill();
    assertThatThrownBy(() -> clickhouse.run("SELECT 1")).isInstanceOf(ServerException.class);
    clickhouse.restart();
    assertThat(text("killed")).isEqualTo("Zoë");
  }

  @Test
  void saysWhatIsWrongWithAStatement() {
    assertThatThrownBy(() -> clickhouse.run("SELECT * FROM nowhere"))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("UNKNOWN_TABLE");
  }
}
