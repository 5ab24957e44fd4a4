package io.dataflow.benchmarks.steps;

import io.dataflow.api.json.Bytes;
import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.Turn;
import io.dataflow.benchmarks.measure.Turns;
import io.dataflow.runtime.kafka.avro.AvroReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// How fast orders of Avro's binary form become JSON, and by a loop by hand.
final class AvroReport {
  private static final int ORDERS = 500;
  private static final String PROCESSOR = "the processor";
  private static final String LOOP = "loop by hand";
  private static final String METHOD =
      """
      Orders of 8 fields from Avro's binary form to the bytes of their JSON: a decimal, a timestamp,
      an enum, a union and an array among them. The loop by hand reads with Avro's GenericDatumReader
      and writes with Jackson's generator. One thread; records/s by CPU time. `ratio`: the processor
      by this way.
      """;

  private final AvroHand hand = new AvroHand();
  private final AvroReader reader = new AvroReader(hand.schema());
  private final Bytes out = new Bytes(1024);
  private final List<byte[]> orders = hand.orders(ORDERS);

  /// Measures it.
  void publish(int rounds, Duration length, Machine machine) throws Exception {
    mustAgree();
    var contestants = new LinkedHashMap<String, Turns.Work>();
    contestants.put(PROCESSOR, this::processor);
    contestants.put(LOOP, this::loop);
    var turns = Turns.take(contestants, rounds, length);
    var table = new Table("what", "records/s", "ratio");
    for (var who : contestants.keySet()) {
      table.row(
          who,
          Figures.spread(turns.of(who, Turn::cpuRate)),
          Figures.decimal(turns.ratio(PROCESSOR, who, Turn::cpuRate), 2));
    }
    new Report("avro", "Avro in", machine).paragraph(METHOD).table("Orders", table).publish();
  }

  /// Shows that both give the same records before their times are compared.
  private void mustAgree() throws IOException {
    for (var order : orders) {
      var ours = new String(ours(order), StandardCharsets.UTF_8);
      var theirs = new String(hand.json(order), StandardCharsets.UTF_8);
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

  private long processor() {
    long bytes = 0;
    for (var order : orders) {
      bytes += ours(order).length;
    }
    return counted(bytes);
  }

  private long loop() throws IOException {
    long bytes = 0;
    for (var order : orders) {
      bytes += hand.json(order).length;
    }
    return counted(bytes);
  }

  /// Looks at what came out, so that it must be made.
  private static long counted(long bytes) {
    if (bytes == 0) {
      throw new IllegalStateException("nothing came out");
    }
    return ORDERS;
  }
}
