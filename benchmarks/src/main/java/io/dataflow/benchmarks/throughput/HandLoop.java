package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.JavaCommand;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What everybody is measured against: the loop that a person writes by hand for this one job.
public record HandLoop() implements Contestant {
  /// As the processor has them, so that the code is compared and not the collector.
  static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");

  @Override
  public String words() {
    return "the loop by hand";
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
            HandLoopProgram.class,
            OPTIONS,
            lap.brokers(),
            lap.topic(form()),
            lap.group(),
            lap.jdbcUrl(),
            Long.toString(lap.records()));
    return MeasuredProcess.start(command.words(), Map.of(), lap.file("loop.log"));
  }

  @Override
  public Instant awaitOpening(Lap lap, MeasuredProcess process) {
    return new GroupWatch(lap.brokers(), lap.group()).awaitAssignment(process);
  }

  @Override
  public boolean endsByItself() {
    return true;
  }
}
