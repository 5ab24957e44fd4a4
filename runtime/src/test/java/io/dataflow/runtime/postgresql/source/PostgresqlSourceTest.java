package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.CheckpointStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresqlSourceTest {
  private final Database database = Database.fresh();

  @Test
  void readsATableInTheOrderOfItsChanges() throws Exception {
    database.rows("orders", 3);
    database.run("UPDATE orders SET updated_at = '2026-02-01T00:00:00.123456Z' WHERE id = 1");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(flow.bodies())
          .containsExactly(
              "{\"id\":2,\"updated_at\":\"2026-01-01T00:00:02+00:00\",\"name\":\"n2\"}",
              "{\"id\":3,\"updated_at\":\"2026-01-01T00:00:03+00:00\",\"name\":\"n3\"}",
              "{\"id\":1,\"updated_at\":\"2026-02-01T00:00:00.123456+00:00\",\"name\":\"n1\"}");
    }
  }

  private static SourceFlow start(Database.SourceBuilder source) throws Exception {
    return new SourceFlow(source.build(), CheckpointStore.none()).start();
  }
}
