package io.dataflow.benchmarks.steps;

import io.dataflow.benchmarks.orders.Order;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A batch through the steps, from bytes to bytes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepsBenchmark {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /// Records of the batch.
  @Param({"500", "5000"})
  public int batch;

  /// Who does it.
  @Param public Way way;

  private List<byte[]> records;
  private StepsLoop loop;

  /// For JMH, which makes one for every run.
  public StepsBenchmark() {}

  /// Makes the batch and the loop.
  @Setup
  public void prepare() {
    records = records(batch);
    loop = way.loop();
  }

  static List<byte[]> records(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(id -> new Order(id).json().getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /// The time of one batch.
  @Benchmark
  public List<byte[]> batch() {
    return loop.run(records, NOW);
  }
}
