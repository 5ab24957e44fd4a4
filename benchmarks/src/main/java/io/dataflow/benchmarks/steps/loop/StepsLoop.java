package io.dataflow.benchmarks.steps.loop;

import io.dataflow.benchmarks.measure.Turns;
import java.time.Instant;
import java.util.List;

/// One [Way] to take a batch of records through the steps of a [Job].
public interface StepsLoop {
  /// The records that are left, as bytes.
  List<byte[]> run(List<byte[]> records, Instant now);

  /// Takes these records through again and again.
  default Turns.Work with(List<byte[]> records) {
    return () -> {
      // Looked at, so that it must be made.
      if (run(records, Instant.EPOCH).isEmpty()) {
        throw new IllegalStateException("nothing came out");
      }
      return records.size();
    };
  }
}
