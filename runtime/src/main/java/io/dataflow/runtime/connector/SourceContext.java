package io.dataflow.runtime.connector;

import io.dataflow.api.spec.DataFlowSpec;
import java.util.Optional;

/// What a source needs to know of the flow that it is part of.
///
/// @param flow the flow's name; empty for a flow without one
/// @param spec the whole flow, for what is said there and not at the source: `replicas`
/// @param events whom to tell about reads and failures
/// @param checkpoints where a position is kept, for sources that keep one; not yet open
/// @param bounded whether the run ends when the source is exhausted or idle
/// @param member what this processor is called among those that share the source; the one that has
///     the name next is its successor. Empty when nobody has said
/// @param stored what sinks store of the position with the records; empty where they store none, or
///     where the source can tell by itself what a sink has
public record SourceContext(
    String flow,
    DataFlowSpec spec,
    SourceEvents events,
    CheckpointStore checkpoints,
    boolean bounded,
    Optional<String> member,
    Optional<StoredPositions> stored) {

  /// Of a run that goes on until it is stopped.
  public SourceContext(
      String flow, DataFlowSpec spec, SourceEvents events, CheckpointStore checkpoints) {
    this(flow, spec, events, checkpoints, false);
  }

  /// Of a processor without a name of its own, whose sinks store no position.
  public SourceContext(
      String flow,
      DataFlowSpec spec,
      SourceEvents events,
      CheckpointStore checkpoints,
      boolean bounded) {
    this(flow, spec, events, checkpoints, bounded, Optional.empty(), Optional.empty());
  }
}
