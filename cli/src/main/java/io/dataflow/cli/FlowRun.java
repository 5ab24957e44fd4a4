package io.dataflow.cli;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.flow.FlowOptions;
import java.util.function.Function;

/// Runs a flow until it ends by itself or the process is told to end.
///
/// @param early what is done when the process is told to end before anything is read
record FlowRun(DataFlowSpec spec, FlowOptions options, Runnable early) {

  /// Runs it.
  ///
  /// @param show is given the running flow, and closed when it has ended
  /// @return the exit code
  int untilEnd(Function<FlowRunner, AutoCloseable> show) throws Exception {
    try (var interruption = new Interruption(early);
        var runner = FlowRunner.start(spec, options)) {
      interruption.stops(runner::stop);
      try (var shown = show.apply(runner)) {
        return runner.await();
      }
    }
  }
}
