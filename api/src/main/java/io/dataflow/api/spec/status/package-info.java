/// What has become of a flow, as its `status` has it; written by the operator.
///
/// - `DataFlowStatus`: the whole; `Phase`: the one word
/// - `StatusCondition`, `ConditionStatus`: Kubernetes' conditions
/// - `DataFlowCronStatus`, `CronPhase`: of a flow on a schedule; `RunStatus`, `RunResult`: of its
///   runs
/// - `ProcessorStatus`, `MaintenanceStatus`: its processes, its rest
package io.dataflow.api.spec.status;
