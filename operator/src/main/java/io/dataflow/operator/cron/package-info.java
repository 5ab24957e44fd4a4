/// A flow on a schedule: what a DataFlowCron becomes in its namespace, and what becomes of its
/// runs.
///
/// - `CronReconciler`, `CronRuns`: the steps; `CronCluster`, `RunObjects`: what they see and write
///   with
/// - `CronReading`: what its spec comes to
/// - `CronInput`, `CronChildren`: what it is made of and what it should have
/// - `ProcessorCronJob`, `TriggerJob`, `TriggerName`, `RunVariables`: its objects, one class for
///   each
/// - `CronStatus`, `CronPhrase`: what is said of it; `RunNews`: its events; `RunMeasures`: its
///   metrics
/// - `run`: how far each run is, and what comes next
/// - `Sweep`: Jobs that are not kept any more; `CronDeletion`: its end
package io.dataflow.operator.cron;
