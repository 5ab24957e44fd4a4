package io.dataflow.benchmarks.steps;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.Turn;
import io.dataflow.benchmarks.measure.Turns;
import io.dataflow.benchmarks.steps.loop.Agreement;
import io.dataflow.benchmarks.steps.loop.Job;
import io.dataflow.benchmarks.steps.loop.Way;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;

/// How fast chains of steps are, and loops that do the same by hand.
final class ChainReport {
  private static final List<Integer> BATCHES = List.of(500, 5000);
  private static final String METHOD =
      """
      Batches of JSON records, from the bytes that came to the bytes that go; a quarter of the
      records is filtered away. One thread; those of one table take turns in one JVM. records/s:
      records of the batch by CPU time, the collector's among that, the median of the turns, in
      brackets the smallest and the largest. `ratio`: the processor's steps by this way, the median
      of the ratios of the same round. `bytes`: allocated for a record, as the JVM counts them.

      Orders: flat records of about 190 bytes; filter, mask, remove, timestamp and select.

      Events: an order in an envelope, with a nested object, about 370 bytes; extractField, filter,
      structFlatten, snakeCase, replaceField, remove, mask, cast, headersToPayload, insertField,
      timestamp, select and hoistField.
      """;

  private ChainReport() {}

  /// Measures it.
  static void publish(int rounds, Duration length, Machine machine) throws Exception {
    new Agreement().mustHold();
    var report = new Report("steps", "Chains of steps", machine).paragraph(METHOD);
    for (var job : Job.values()) {
      for (int batch : BATCHES) {
        report.table(job.words() + ", batches of " + batch, table(job, batch, rounds, length));
      }
    }
    report.publish();
  }

  private static Table table(Job job, int batch, int rounds, Duration length) throws Exception {
    var records = job.records(batch);
    var contestants = new EnumMap<Way, Turns.Work>(Way.class);
    for (var way : Way.of(job)) {
      contestants.put(way, way.loop().with(records));
    }
    var turns = Turns.take(contestants, rounds, length);
    var table = new Table("what", "records/s", "ratio", "bytes");
    for (var way : Way.of(job)) {
      table.row(
          way.words(),
          Figures.spread(turns.of(way, Turn::cpuRate)),
          Figures.decimal(turns.ratio(Way.of(job).getFirst(), way, Turn::cpuRate), 2),
          Figures.whole(turns.of(way, Turn::bytes).median()));
    }
    return table;
  }
}
