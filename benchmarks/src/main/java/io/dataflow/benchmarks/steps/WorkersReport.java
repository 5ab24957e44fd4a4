package io.dataflow.benchmarks.steps;

import io.dataflow.api.chain.StepWorkers;
import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.Turn;
import io.dataflow.benchmarks.measure.Turns;
import io.dataflow.benchmarks.steps.loop.ChainLoop;
import io.dataflow.benchmarks.steps.loop.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What a second thread brings to a chain that costs more than reading.
final class WorkersReport {
  private static final int BATCH = 5000;
  private static final String ONE = "transformWorkers: 1";
  private static final String TWO = "transformWorkers: 2";
  private static final String APART = "two threads that share nothing";
  private static final String METHOD =
      """
      The thirteen steps over batches of 5000 events ([steps](steps.md)), from the bytes that came
      to the bytes that go, by the threads of one JVM; all take turns. records/s by time. `ratio`:
      to one worker in the same round. `cores`: CPU time of the whole process by time; where two
      threads have less than 2.00, others had the rest. Two threads with batches of their own show
      what the machine had to give.
      """;

  private WorkersReport() {}

  /// Measures it.
  static void publish(int rounds, Duration length, Machine machine) throws Exception {
    var contestants = new LinkedHashMap<String, Turns.Work>();
    try (var others = Executors.newSingleThreadExecutor()) {
      var apart = new Batch(StepWorkers.alone());
      contestants.put(ONE, new Batch(StepWorkers.alone())::run);
      contestants.put(TWO, new Batch(new StepWorkers(2, others))::run);
      contestants.put(APART, () -> both(new Batch(StepWorkers.alone()), apart, others));
      var turns = Turns.take(contestants, rounds, length);
      var table = new Table("what", "records/s", "ratio", "cores");
      for (var who : contestants.keySet()) {
        table.row(
            who,
            Figures.spread(turns.of(who, Turn::rate)),
            Figures.decimal(turns.ratio(who, ONE, Turn::rate), 2),
            Figures.decimal(turns.of(who, Turn::cores).median(), 2));
      }
      new Report("workers", "Steps by several threads", machine)
          .paragraph(METHOD)
          .table("Events", table)
          .publish();
    }
  }

  /// Several batches each, so that waiting for each other costs little.
  private static long both(Batch one, Batch other, ExecutorService others) throws Exception {
    var running = others.submit(() -> several(other));
    return several(one) + running.get();
  }

  private static long several(Batch batch) {
    long records = 0;
    for (int i = 0; i < 4; i++) {
      records += batch.run();
    }
    return records;
  }

  /// A batch that workers take through the steps, again and again.
  private record Batch(ChainLoop chain, List<byte[]> records, StepWorkers workers) {
    Batch(StepWorkers workers) {
      this(Job.EVENTS.chain(), Job.EVENTS.records(BATCH), workers);
    }

    long run() {
      var messages = chain.messages(records);
      for (var step : chain.steps().steps()) {
        messages = workers.run(step, messages, Instant.EPOCH, ChainLoop::fail);
      }
      chain.written(messages);
      return BATCH;
    }
  }
}
