package io.dataflow.benchmarks.steps;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.Turn;
import io.dataflow.benchmarks.measure.Turns;
import java.time.Duration;
import java.util.EnumMap;

/// How fast each transformation is alone, and what it allocates.
final class AloneReport {
  private static final int BATCH = 500;
  private static final String METHOD =
      """
      One step and nothing else, from the bytes of a record of about 190 bytes to the bytes that go:
      reading the JSON and writing it are in all figures, and `no step` does neither. The records
      that a step makes of one count as one. One thread, batches of 500; all take turns in one JVM;
      records/s by CPU time, the collector's among that, the median of the turns, in brackets the
      smallest and the largest. `bytes`: allocated for a record, as the JVM counts them.
      """;

  private AloneReport() {}

  /// Measures it.
  static void publish(int rounds, Duration length, Machine machine) throws Exception {
    var contestants = new EnumMap<Alone, Turns.Work>(Alone.class);
    for (var step : Alone.values()) {
      contestants.put(step, step.chain().with(step.records(BATCH)));
    }
    var turns = Turns.take(contestants, rounds, length);
    var table = new Table("step", "records/s", "bytes");
    for (var step : Alone.values()) {
      table.row(
          step.words(),
          Figures.spread(turns.of(step, Turn::cpuRate)),
          Figures.whole(turns.of(step, Turn::bytes).median()));
    }
    new Report("each-step", "Each step alone", machine)
        .paragraph(METHOD)
        .table("Steps", table)
        .publish();
  }
}
