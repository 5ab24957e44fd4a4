package io.dataflow.runtime;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.runtime.flow.FlowOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Flows from the YAML that a user writes, run to their end in this JVM.
public final class TestFlow {
  public static final Duration QUIET = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private TestFlow() {}

  public static DataFlowSpec spec(String yaml) {
    return switch (Manifest.parse(yaml).bind(Secrets.none())) {
      case Reading.Valid valid -> valid.flow().spec();
      case Reading.Invalid invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }

  public static FlowOptions options() {
    return FlowOptions.of("test", "flow")
        .withPort("127.0.0.1", 0)
        .withConnectPatience(Optional.of(Duration.ofMinutes(1)));
  }

  public static FlowRunner start(String yaml) {
    return FlowRunner.start(spec(yaml), options());
  }

  /// Runs the flow until its source is idle.
  public static FlowRunner runUntilIdle(String yaml) throws InterruptedException {
    var runner = FlowRunner.start(spec(yaml), options().withUntilIdle(Optional.of(QUIET)));
    runner.await();
    return runner;
  }

  /// Waits until it is so, and fails when it is not after half a minute.
  public static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not so after " + PATIENCE);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }
}
