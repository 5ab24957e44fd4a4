package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Content;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Lets one contestant run and holds it to what it should have written.
///
/// @param wanted what each must leave in its table
record Race(Content wanted) {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration STEP = Duration.ofMillis(250);
  private static final int STILL = 8;

  LapResult run(Contestant contestant, Lap lap) throws Exception {
    try (var connection = lap.servers().connection()) {
      contestant.table().empty(connection);
      try (var process = contestant.start(lap)) {
        var opened = contestant.awaitOpening(lap, process);
        if (contestant.endsByItself()) {
          process.awaitEnd(LIMIT);
        } else {
          awaitRows(contestant, lap, process, connection);
        }
        contestant.table().content(connection).mustBe(wanted, contestant.words());
        return new LapResult(process, opened, contestant.table().commits(connection));
      }
    }
  }

  /// Counts only when the table has stopped growing, because counting takes the server's time.
  private static void awaitRows(
      Contestant contestant, Lap lap, MeasuredProcess process, Connection connection)
      throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    var bytes = 0L;
    var still = 0;
    while (still < STILL || contestant.table().rows(connection) < lap.records()) {
      process.mustBeAlive();
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("not all rows are there after " + LIMIT);
      }
      LockSupport.parkNanos(STEP.toNanos());
      var now = contestant.table().bytes(connection);
      still = now > 0 && now == bytes ? still + 1 : 0;
      bytes = now;
    }
  }
}
