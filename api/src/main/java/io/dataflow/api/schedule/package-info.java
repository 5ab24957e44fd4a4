/// When flows run and rest, and what makes a flow a run on a schedule.
///
/// - `Schedule`, `ScheduleField`: when a run starts
/// - `Repeat`: how often a maintenance window comes again
/// - `ConcurrencyPolicy`: what happens when the run before is still at work
/// - `Trigger`, `ImagePullPolicy`: what is started after a run
package io.dataflow.api.schedule;
