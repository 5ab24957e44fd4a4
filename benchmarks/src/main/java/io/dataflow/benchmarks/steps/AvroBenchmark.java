package io.dataflow.benchmarks.steps;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.kafka.avro.AvroReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Orders from Avro's binary form to JSON.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AvroBenchmark {
  private static final int ORDERS = 500;

  private final AvroHand hand = new AvroHand();
  private final AvroReader reader = new AvroReader(hand.schema());
  private final Bytes out = new Bytes(1024);
  private final List<byte[]> orders = hand.orders(ORDERS);

  /// For JMH, which makes one for every run.
  public AvroBenchmark() {}

  /// Shows that both give the same records before their times are compared.
  static void mustAgree() throws IOException {
    var both = new AvroBenchmark();
    for (var order : both.orders) {
      var ours = new String(both.ours(order), StandardCharsets.UTF_8);
      var theirs = new String(both.hand.json(order), StandardCharsets.UTF_8);
      if (!ours.equals(theirs)) {
        throw new IllegalStateException("not the same record: " + ours + " and " + theirs);
      }
    }
  }

  private byte[] ours(byte[] order) {
    out.clear();
    reader.read(order, 0, out);
    return out.toByteArray();
  }

  /// The processor's own way.
  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public void processor(Blackhole sink) {
    for (var order : orders) {
      sink.consume(ours(order));
    }
  }

  /// A loop by hand on Avro's own reader.
  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public void loop(Blackhole sink) throws IOException {
    for (var order : orders) {
      sink.consume(hand.json(order));
    }
  }
}
