/// How far each run is, and what comes next; pure.
///
/// - `CronName`: the name of what it is a run of, and the labels of its Jobs
/// - `RunPlan`, `RunStep`: how far all runs are, and one
/// - `RunJobs`, `RunId`, `JobEnd`, `ProcessorEnd`: what the Jobs of runs say
package io.dataflow.operator.cron.run;
