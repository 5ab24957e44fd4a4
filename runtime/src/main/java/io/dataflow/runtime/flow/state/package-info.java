/// How a running flow is: [FlowState] is what probes, exit codes and `--until-idle` ([UntilIdle])
/// follow from, in a [Phase], with a [FailureReason] at its end; [FlowCounters] says how many
/// records have gone where. [OutageRetry] has a sink that is down tried again until the flow ends.
/// [SourceWatch] and [CheckpointWatch] take down what source and checkpoint tell.
package io.dataflow.runtime.flow.state;
