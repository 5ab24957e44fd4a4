package io.dataflow.cli.chaos;

import io.dataflow.cli.chaos.oracle.Ledger;
import io.dataflow.cli.chaos.oracle.SinkPlace;
import io.dataflow.cli.chaos.oracle.SinkTally;
import io.dataflow.cli.chaos.world.SinkContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Waits until the sinks hold all that belongs there, or until nothing comes any more.
///
/// @param sinks in the order of their places in the ledger
record Drain(Ledger ledger, Map<SinkPlace, SinkContent> sinks) {
  private static final long LOOK_MILLIS = 500;

  /// Longer than any session of a dead processor lives on a broker.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  void await(Processors processors) throws InterruptedException {
    var before = List.<Long>of();
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (processors.running().isEmpty()) {
        processors.start();
      }
      var now = sinks.values().stream().map(SinkContent::count).toList();
      if (!now.equals(before)) {
        before = now;
        deadline = System.nanoTime() + PATIENCE.toNanos();
        if (isComplete()) {
          return;
        }
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private boolean isComplete() {
    var expected = ledger.sinks();
    var contents = new ArrayList<>(sinks.values());
    for (byte sink = 0; sink < contents.size(); sink++) {
      if (!SinkTally.of(sink, expected, contents.get(sink).numbers()).isComplete()) {
        return false;
      }
    }
    return true;
  }
}
