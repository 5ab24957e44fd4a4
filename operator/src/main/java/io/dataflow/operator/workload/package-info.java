/// All that a flow and a flow on a schedule share about a processor; pure.
///
/// - `Workload`, `WorkloadName`, `Lifetime`, `ProcessorDefaults`: what it is made of
/// - `WorkloadChildren`: the list of what it needs beside it, one class for each object
/// - `FlowName`, `Ownership`: by what their owner and the operator are known
/// - `pod`: the pod that a processor runs in
/// - `SpecJson`, `SpecHash`: what `spec.json` holds, and whether it changed
/// - `CheckpointReset`: the one-shot reset of the position
/// - `Rest`: maintenance windows
package io.dataflow.operator.workload;
