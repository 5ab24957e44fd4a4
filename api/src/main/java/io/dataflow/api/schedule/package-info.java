/// What makes a flow a run on a schedule.
///
/// - `Schedule`, `ScheduleField`: when a run starts
/// - `ConcurrencyPolicy`: what happens when the run before is still at work
/// - `Trigger`, `ImagePullPolicy`: what is started after a run
package io.dataflow.api.schedule;
