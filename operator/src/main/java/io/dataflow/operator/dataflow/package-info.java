/// A DataFlow: what it owns in its namespace, and what its status says.
///
/// - `DataFlowReconciler`: the steps; `DataFlowCleanup`: those of a deletion
/// - `DataFlowCluster`, `DataFlowEventSources`: what they see and write with
/// - `ResolvedFlow`, `ProcessorInput`: what the spec and its Secrets come to
/// - `DesiredResources`, `ProcessorDeployment`, `RevisionAnnotations`: what it should own; pure
/// - `ObservedState`, `FlowHealth`, `FlowConditions`, `LastProcessedTime`, `StatusBuilder`: its
///   status; pure
package io.dataflow.operator.dataflow;
