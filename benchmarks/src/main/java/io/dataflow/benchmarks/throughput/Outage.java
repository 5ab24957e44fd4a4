package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.orders.OrderTable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// What the processor does with its memory while its sink is away in the middle of a run, and
/// whether all is there in the end.
///
/// @param length how long the sink is away
record Outage(Duration length) {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration STEP = Duration.ofMillis(10);
  private static final double MIDDLE = 0.3;

  Table run(Lap lap, long fullTable) throws Exception {
    var contestant = new Processor(OrderTable.ORDERS);
    try (var connection = lap.servers().connection()) {
      contestant.table().empty(connection);
    }
    try (var process = contestant.start(lap)) {
      contestant.awaitOpening(lap, process);
      awaitGrowth(lap, contestant.table(), (long) (fullTable * MIDDLE));
      var down = Instant.now();
      lap.servers().postgresql().stop();
      LockSupport.parkNanos(length.toNanos());
      var up = Instant.now();
      lap.servers().postgresql().restart();
      process.awaitEnd(LIMIT);
      try (var connection = lap.servers().connection()) {
        return new Table("the sink is away for " + length.toSeconds() + " s", "")
            .row("resident when it goes away", Figures.megabytes(process.memory().at(down)))
            .row("at most while it is away", Figures.megabytes(process.memory().most(down, up)))
            .row("when it comes back", Figures.megabytes(process.memory().at(up)))
            .row("peak of the run", Figures.megabytes(process.peak()))
            .row("records sent", Figures.whole(lap.records()))
            .row("of them in the table", Figures.whole(contestant.table().distinctRows(connection)))
            .row("rows in the table", Figures.whole(contestant.table().rows(connection)));
      }
    }
  }

  private static void awaitGrowth(Lap lap, OrderTable table, long bytes) throws Exception {
    try (var connection = lap.servers().connection()) {
      while (table.bytes(connection) < bytes) {
        LockSupport.parkNanos(STEP.toNanos());
      }
    }
  }
}
