/// A DataFlow: what it owns in its namespace, and what its status says.
///
/// - `DataFlowReconciler`: the steps; `DataFlowCleanup`: those of a deletion
/// - `FlowObserver`, `DataFlowEventSources`: what they observe
/// - `OwnedResources`, `StatusWriter`: what they write
/// - `ResolvedFlow`, `ProcessorInput`: what the spec and its Secrets come to
/// - `DesiredResources`, `ProcessorDeployment`, `RevisionAnnotations`: what it should own; pure
/// - `ObservedState`, `FlowHealth`, `FlowConditions`, `LastProcessedTime`, `StatusBuilder`: its
///   status; pure
package io.dataflow.operator.dataflow;
