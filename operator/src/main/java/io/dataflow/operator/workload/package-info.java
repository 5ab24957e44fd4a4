/// All that a flow and a flow on a schedule share about a processor; pure.
///
/// - `Workload`, `ResourceNames`, `Lifetime`, `ProcessorDefaults`: what it is made of
/// - `WorkloadResources`: the list of what it needs beside it, one class for each object
/// - `FlowName`, `Ownership`: by what their owner and the operator are known
/// - `pod`: the pod that a processor runs in
/// - `SpecJson`, `SpecHash`: what `spec.json` holds, and whether it changed
/// - `CheckpointReset`: the one-shot reset of the position
/// - `MaintenanceState`: maintenance windows
package io.dataflow.operator.workload;
