/// How processors are: what they answer, what they leave behind, and what keeps them from running.
///
/// - `ProcessorPoller`, `ProcessorAddress`: asks them; `ProcessorReports`, `ProcessorReport`,
///   `ReportChange`: their newest answers
/// - `TerminationMessages`, `TerminatedProcessors`: what those that have ended said last
/// - `PodDiagnostics`: why a pod does not run
/// - `MessageCounters`: what all processors of a flow have done together
package io.dataflow.operator.processor;
