package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;

/// The metrics of one step (`dataflow_transformer_*`).
public final class StepMeter {
  private final Counter executions;
  private final Counter errors;
  private final Counter in;
  private final Counter out;
  private final Histogram duration;
  private final Histogram stage;

  StepMeter(FlowMeters meters, String type, int index, Histogram duration) {
    String[] labels = {"transformer_type", type, "transformer_index", String.valueOf(index)};
    executions = meters.counter("transformer_executions_total", "Messages worked on.", labels);
    in = meters.counter("transformer_messages_in_total", "Messages that came.", labels);
    out = meters.counter("transformer_messages_out_total", "Messages that went on.", labels);
    errors =
        meters.counter(
            "transformer_errors_total",
            "Records it could not work on.",
            "transformer_type",
            type,
            "transformer_index",
            String.valueOf(index),
            "error_type",
            "invalid_data");
    this.duration = duration;
    this.stage = meters.stage("transformer_" + index);
  }

  /// A batch went through.
  public void worked(int messagesIn, int messagesOut, int failed, long nanos) {
    executions.increment(messagesIn);
    in.increment(messagesIn);
    out.increment(messagesOut);
    errors.increment(failed);
    duration.observe(nanos / 1e9, 1);
    stage.observe(nanos / 1e9, 1);
  }
}
