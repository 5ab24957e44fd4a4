package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.JavaCommand;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// What the database takes at most over one connection: rows that are ready, out of a file.
///
/// @param rows the file
record Ceiling(Path rows) implements Contestant {
  private static final Duration STEP = Duration.ofMillis(10);

  @Override
  public String words() {
    return "ceiling: COPY of ready rows";
  }

  @Override
  public Form form() {
    return Form.JSON;
  }

  @Override
  public OrderTable table() {
    return OrderTable.ORDERS;
  }

  @Override
  public MeasuredProcess start(Lap lap) {
    var command =
        JavaCommand.ofBenchmark(
            CeilingProgram.class, HandLoop.OPTIONS, lap.jdbcUrl(), rows.toString());
    return MeasuredProcess.start(command.words(), Map.of(), lap.file("ceiling.log"));
  }

  /// It reads no topic, so it says itself when it begins.
  @Override
  public Instant awaitOpening(Lap lap, MeasuredProcess process) {
    while (true) {
      var said = beginning(process);
      if (said.isPresent()) {
        return Instant.parse(said.get().substring(CeilingProgram.BEGINS.length()));
      }
      process.mustBeAlive();
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private static Optional<String> beginning(MeasuredProcess process) {
    return process.said().lines().filter(it -> it.startsWith(CeilingProgram.BEGINS)).findFirst();
  }

  @Override
  public boolean endsByItself() {
    return true;
  }
}
