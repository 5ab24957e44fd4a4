package io.dataflow.runtime.connector;

import io.dataflow.api.spec.DataFlowSpec;

/// What a source needs to know of the flow that it is part of.
///
/// @param flow the flow's name; empty for a flow without one
/// @param spec the whole flow, for what is said there and not at the source: `replicas`
/// @param events whom to tell about reads and failures
/// @param checkpoints where a position is kept, for sources that keep one; not yet open
/// @param bounded whether the run ends when the source is exhausted or idle
public record SourceContext(
    String flow,
    DataFlowSpec spec,
    SourceEvents events,
    CheckpointStore checkpoints,
    boolean bounded) {

  /// Of a run that goes on until it is stopped.
  public SourceContext(
      String flow, DataFlowSpec spec, SourceEvents events, CheckpointStore checkpoints) {
    this(flow, spec, events, checkpoints, false);
  }
}
