/// A DataFlowCron: what it owns in its namespace, and what becomes of its runs.
///
/// - `CronReconciler`, `CronRuns`: the steps; `CronCleanup`: those of a deletion
/// - `CronCluster`, `CronEventSources`, `RunJobsClient`: what they see and write with
/// - `ResolvedCron`, `CronJobInput`, `CronResources`: what the spec comes to and what it should own
/// - `ProcessorCronJob`, `TriggerJob`, `TriggerName`, `RunVariables`: its objects, one class for
///   each
/// - `CronStatus`, `RunSummary`: its status; `RunEvent`: its events; `RunMetrics`: its metrics
/// - `run`: how far each run is, and what comes next
/// - `JobHistoryCleanup`: Jobs that are not kept any more
package io.dataflow.operator.cron;
