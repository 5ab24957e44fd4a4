package io.dataflow.benchmarks.steps;

import java.time.Instant;
import java.util.List;

/// One way to take a batch of orders through the five steps: keep those that are not new, hide the
/// mail address, take out the card, write down the time, keep six fields.
interface StepsLoop {
  /// The records that are left, as bytes.
  List<byte[]> run(List<byte[]> records, Instant now);
}
