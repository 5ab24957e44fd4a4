/// The words of the pod side, and the interface between a flow and its connectors.
///
/// - What travels: a [Batch] with its [Mark], divided into a [Delivery] for each sink, in slices
///   where there are too many messages.
/// - What a connector is: a [ConnectorFactory] makes a [SourceConnector], which tells the flow
///   about itself by [SourceEvents] and keeps its position in a [CheckpointStore], or a
///   [SinkConnector], both a [RouteConnector]; a [Writer] may say all of a sink (`writer`).
///   A [StepConnector] does the work of a step.
/// - Whose fault it is: the record's ([Rejected], [RejectedRecordsException]), the world's
///   ([UnavailableException], tried again after [Retry]'s pauses), the set-up's ([FlowException]).
package io.dataflow.runtime.connector;
