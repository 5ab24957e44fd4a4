package io.dataflow.benchmarks.latency;

import io.dataflow.benchmarks.orders.OrderTable;
import io.dataflow.benchmarks.orders.Servers;
import io.dataflow.benchmarks.throughput.Contestant;
import io.dataflow.benchmarks.throughput.Lap;
import java.time.Duration;

/// One contestant at one rate, on servers of its own.
///
/// @param perSecond records a second
/// @param warmUp seconds at that rate that do not count
/// @param seconds seconds that do
record LatencyRun(int perSecond, int warmUp, int seconds) {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  Delays of(Contestant contestant, Servers servers, Lap lap) throws Exception {
    servers.kafka().createTopic(lap.topic(contestant.form()), lap.partitions());
    var orders = new SteadyOrders(records());
    try (var process = contestant.start(lap)) {
      contestant.awaitOpening(lap, process);
      orders.send(lap.brokers(), lap.topic(contestant.form()), perSecond);
      process.awaitEnd(LIMIT);
    }
    return delays(servers, contestant.table(), orders);
  }

  /// All records of a run.
  int records() {
    return perSecond * (warmUp + seconds);
  }

  private Delays delays(Servers servers, OrderTable table, SteadyOrders orders) throws Exception {
    int first = perSecond * warmUp + 1;
    var delays = new long[perSecond * seconds];
    int rows = 0;
    try (var connection = servers.connection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT id, (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1e6)::bigint FROM"
                    + " "
                    + table.table())) {
      while (row.next()) {
        int id = row.getInt(1);
        rows++;
        if (id >= first) {
          delays[id - first] = row.getLong(2) - orders.sentAt(id);
        }
      }
    }
    if (rows != records()) {
      throw new IllegalStateException(rows + " rows of " + records() + " records");
    }
    return Delays.of(delays);
  }
}
