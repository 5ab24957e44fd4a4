/// A flow on a schedule: what a DataFlowCron becomes in its namespace, and what becomes of its
/// runs.
///
/// - `CronReconciler`: the steps; `CronCluster`: what it sees and writes with; `CronReading`
/// - `CronInput`, `CronName`, `CronChildren`: what it is made of and what it should have
/// - `ProcessorCronJob`, `TriggerJob`, `TriggerName`, `RunVariables`: its objects, one class for
///   each
/// - `RunPlan`, `RunJobs`, `JobEnd`, `RunId`: how far each run is and what comes next; pure
/// - `CronStatus`, `CronPhrase`: what is said of it; `RunNews`: its events
/// - `Sweep`: Jobs that are not kept any more; `CronDeletion`: its end
package io.dataflow.operator.cron;
