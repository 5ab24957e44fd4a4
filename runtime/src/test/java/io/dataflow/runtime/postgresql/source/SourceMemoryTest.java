package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.WatchedRows;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;

class SourceMemoryTest {
  private final Database database = Database.fresh();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger longestFetch = new AtomicInteger();

  @Test
  void holdsOneBatchAndOneFetchOfATableOfAnySize() throws Exception {
    database.rows("orders", 150_000);
    read("orders", 150_000);
    assertThat(most).hasValueLessThanOrEqualTo(5001);
    assertThat(longestFetch).hasValueLessThanOrEqualTo(1000);
  }

  @Test
  void fetchesFewRowsAtATimeWhenTheyAreLong() throws Exception {
    database.run("CREATE TABLE documents (id int, updated_at timestamptz, text text)");
    database.run(
        "INSERT INTO documents SELECT n, '2026-01-01Z', repeat('x', 1000000)"
            + " FROM generate_series(1, 300) n");
    longestFetch.set(0);
    read("documents", 300);
    assertThat(most).hasValueLessThanOrEqualTo(10);
    assertThat(longestFetch).hasValueLessThanOrEqualTo(4);
  }

  private void read(String table, int rows) throws Exception {
    var taken = new AtomicInteger();
    try (var flow =
        new SourceFlow(database.source().table(table).build(), new MemoryCheckpointStore())) {
      var reader = (RowMapper<?>) flow.connector.beans().get("rows");
      flow.replace("rows", new WatchedRows(reader, this::count, longestFetch));
      flow.taking(
              batch -> {
                taken.addAndGet(batch.messages().size());
                batch.acknowledge();
                inFlight.addAndGet(-batch.messages().size());
              })
          .start();
      flow.untilIdle();
      assertThat(taken).hasValue(rows);
    }
  }

  /// Counts the rows that are out of the driver and not yet through the flow.
  private void count() {
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
  }
}
