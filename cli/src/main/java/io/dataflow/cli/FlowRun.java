package io.dataflow.cli;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.flow.FlowOptions;
import java.util.function.Function;

/// Runs a flow until it ends by itself or the process is told to end.
///
/// @param early what is done when the process is told to end before anything is read
/// @param toTheEnd whether it has succeeded only when its source is exhausted: who has asked for a
///     whole run must not take a part of it for one
record FlowRun(DataFlowSpec spec, FlowOptions options, Runnable early, boolean toTheEnd) {

  /// Runs it.
  ///
  /// @param show is given the running flow, and closed when it has ended
  /// @return the exit code
  int untilEnd(Function<FlowRunner, AutoCloseable> show) throws Exception {
    try (var interruption = new Interruption(early, toTheEnd ? 1 : 0);
        var runner = FlowRunner.start(spec, options)) {
      interruption.stops(runner::stop);
      try (var shown = show.apply(runner)) {
        int code = runner.await();
        return toTheEnd && !runner.isExhausted() ? 1 : code;
      }
    }
  }
}
