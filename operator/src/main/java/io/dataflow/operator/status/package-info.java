/// What a DataFlow and a DataFlowCron say of themselves in the same way.
///
/// - `ConditionHistory`: conditions that keep their time of transition
/// - `SpecBlocker`: why a spec cannot run
package io.dataflow.operator.status;
