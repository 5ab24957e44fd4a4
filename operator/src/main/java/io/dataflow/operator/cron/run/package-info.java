/// How far each run is, and what comes next; pure.
///
/// - `CronName`: the name of what it is a run of, and the labels of its Jobs
/// - `RunPlan`, `RunProgress`: how far all runs are, and one
/// - `RunJobs`, `RunId`, `JobCompletion`, `ProcessorResult`: what the Jobs of runs say
package io.dataflow.operator.cron.run;
