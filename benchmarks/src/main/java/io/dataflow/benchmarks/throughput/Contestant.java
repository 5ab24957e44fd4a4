package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTable;
import java.time.Instant;

/// One way to bring the records from the topic into the table, in a process of its own.
public sealed interface Contestant permits HandLoop, Ceiling, Processor, KafkaConnect {
  /// What the results call it.
  String words();

  /// What its topic must hold.
  Form form();

  /// What it writes.
  OrderTable table();

  /// Starts it for a run.
  MeasuredProcess start(Lap lap);

  /// Waits until it can read its first record and returns that moment: the start of the JVM and of
  /// everything else before it is not counted.
  Instant awaitOpening(Lap lap, MeasuredProcess process);

  /// Whether it ends when all is written; the others are ended.
  boolean endsByItself();
}
