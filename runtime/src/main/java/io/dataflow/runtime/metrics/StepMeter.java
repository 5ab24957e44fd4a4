package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;

/// The metrics of one step (`dataflow_transformer_*`).
public final class StepMeter {
  private static final String ERROR_TYPE = "invalid_data";

  private final Counter executions;
  private final Counter errors;
  private final Counter stageErrors;
  private final Counter in;
  private final Counter out;
  private final Histogram duration;
  private final Histogram stage;

  StepMeter(FlowMeters meters, String type, int index) {
    var place = String.valueOf(index);
    var name = "transformer_" + index;
    String[] labels = {"transformer_type", type, "transformer_index", place};
    executions = meters.counter("transformer_executions_total", "Messages worked on.", labels);
    in = meters.counter("transformer_messages_in_total", "Messages that came.", labels);
    out = meters.counter("transformer_messages_out_total", "Messages that went on.", labels);
    errors =
        meters.counter(
            "transformer_errors_total",
            "Messages that a step could not work on.",
            "transformer_type",
            type,
            "transformer_index",
            place,
            "error_type",
            ERROR_TYPE);
    stageErrors = meters.stageError(name, ERROR_TYPE);
    duration = meters.transformer(type, place);
    stage = meters.stage(name);
  }

  /// A batch went through.
  public void worked(int messagesIn, int messagesOut, int failed, long nanos) {
    executions.increment(messagesIn);
    in.increment(messagesIn);
    out.increment(messagesOut);
    errors.increment(failed);
    stageErrors.increment(failed);
    duration.observeNanos(nanos, 1);
    stage.observeNanos(nanos, 1);
  }
}
