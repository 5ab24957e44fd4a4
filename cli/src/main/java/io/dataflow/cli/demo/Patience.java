package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.FlowRunner;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits until the flow has dealt with every order, for as long as anything moves.
record Patience(OrderProducer producer, FlowRunner runner, long records) {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofSeconds(90);

  void untilAllIsWritten() {
    var last = -1L;
    var lastMove = System.nanoTime();
    while (runner.counters().acknowledged() < records) {
      refuseFailure();
      var moved = producer.produced() + runner.counters().acknowledged();
      if (moved != last) {
        last = moved;
        lastMove = System.nanoTime();
      } else if (System.nanoTime() - lastMove > LIMIT.toNanos()) {
        throw new CommandException(
            "demo: nothing has moved for " + LIMIT.toSeconds() + " s" + troubles());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    refuseFailure();
  }

  private void refuseFailure() {
    producer
        .failure()
        .ifPresent(
            why -> {
              throw new CommandException("demo: the orders cannot be written: " + why);
            });
    runner
        .failure()
        .ifPresent(
            why -> {
              throw new CommandException("demo: the flow has stopped: " + why);
            });
  }

  private String troubles() {
    var why = String.join("; ", runner.troubles().values());
    return why.isEmpty() ? "." : ": " + why;
  }
}
