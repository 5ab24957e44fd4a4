package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import org.junit.jupiter.api.Test;

/// When a source has given everything that was there.
class SourceExhaustionTest {
  private final Database database = Database.fresh();

  @Test
  void aTableIsExhaustedWhenAPollFindsNoRow() throws Exception {
    database.rows("orders", 25);
    try (var flow = flow(database.source().table("orders").readBatchSize(10), true).start()) {
      flow.until("the end", () -> flow.exhausted.get() > 0);
      assertThat(flow.messages).hasSize(25);
      database.more("orders", 26, 26);
      flow.untilRows(26);
    }
  }

  @Test
  void aQueryWithoutACursorIsReadOnceByARunThatHasAnEnd() throws Exception {
    database.rows("orders", 12_000);
    try (var flow = flow(database.source().query("SELECT * FROM orders"), true).start()) {
      flow.until("the end", () -> flow.exhausted.get() > 0);
      assertThat(flow.messages).hasSize(12_000);
      assertThat(flow.batches).containsExactly(5000, 5000, 2000);
      assertThat(flow.emptyPolls).hasValue(1);
    }
  }

  @Test
  void aQueryWithoutACursorIsReadAgainAndAgainByARunThatHasNone() throws Exception {
    database.rows("orders", 2);
    try (var flow = flow(database.source().query("SELECT * FROM orders"), false).start()) {
      flow.untilRows(6);
      assertThat(flow.exhausted.get()).isPositive();
    }
  }

  @Test
  void aQueryWithoutRowsIsExhaustedToo() throws Exception {
    database.rows("orders", 0);
    try (var flow = flow(database.source().query("SELECT * FROM orders"), true).start()) {
      flow.until("the end", () -> flow.exhausted.get() > 0);
      assertThat(flow.messages).isEmpty();
    }
  }

  private SourceFlow flow(Database.SourceBuilder source, boolean bounded) {
    var built = source.build();
    var settings = PostgresqlSourceFactory.settings(built);
    return new SourceFlow(built, settings, new MemoryCheckpointStore(), bounded);
  }
}
