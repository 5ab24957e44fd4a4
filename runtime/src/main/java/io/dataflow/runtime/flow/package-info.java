/// A flow as Camel routes, from the batch that a source hands over to its acknowledgement.
///
/// - From start to stop: [RunningFlow], set up by [FlowOptions]; [Connectors] finds the ends,
///   [Connecting] waits for them, [FlowContext] makes their routes.
/// - The stages in their order, as [FlowRoutes] puts them: [Arrival], [StepProcessor], [Divide]
///   with [Partition] and [Deliveries], [SlicedDeliveries], [SlicedOnce] and [SliceWork] for what
///   is too large to exist at once, [Envelopes] where a record is rejected, [Acknowledge].
/// - The policies [FailurePolicy] and [SinkPolicy] listen to the routes; [Metering] has the metrics
///   of each part.
/// - What all of them share is a [Flow]; how it is, is said in `state`; dead letters are made in
///   `deadletter`.
package io.dataflow.runtime.flow;
