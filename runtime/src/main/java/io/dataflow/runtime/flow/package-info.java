/// A flow as Camel routes, from the batch that a source hands over to its acknowledgement.
///
/// - From start to stop: [RunningFlow], set up by [FlowOptions]; [Connectors] finds the ends,
///   [Connecting] waits for them, [FlowContext] makes their routes.
/// - The stages in their order, as [FlowRoutes] puts them: [Arrival], [StepProcessor], [Partition]
///   and [Deliveries], [Envelopes] where a record is rejected, [Acknowledge].
/// - How it is: [FlowState], [FlowCounters], [Phase], [FailureReason], [UntilIdle],
///   [CheckpointWatch]; the policies [FailurePolicy] and [SinkPolicy] listen to the routes.
/// - What all of them share is a [Flow]; dead letters are made in `deadletter`.
package io.dataflow.runtime.flow;
