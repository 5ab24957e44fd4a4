/// What the operator measures about itself and says about its flows.
///
/// - `OperatorMeters`: all of it; `FlowPhases`: the phase of each flow; `CronMeters`: runs on a
///   schedule
package io.dataflow.operator.metrics;
