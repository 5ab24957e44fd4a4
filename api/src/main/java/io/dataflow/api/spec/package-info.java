/// A manifest and what it holds.
///
/// - `Manifest`: the text; `Reading`: a flow, or all that is wrong
/// - `DataFlow`: the whole; `ObjectMetadata`; `DataFlowDefinition`: what it is to the API
///   server
/// - `DataFlowSpec`: what the flow does, with `Step`, `ErrorSink`, `AckPolicy`,
///   `AckGranularity`, `Maintenance`
/// - `DataFlowCron`, `DataFlowCronSpec`, `CronMetadata`, `DataFlowCronDefinition`: the same on a
///   schedule
/// - `EndpointPlace`: where in a flow Camel does something
/// - `StepFindings`: what steps look for in vain, by what `StepEffect` says of `KnownFields`
/// - `DeliveryGuarantee`: how often a record may arrive; `DeliveryRules`: which pairs can
package io.dataflow.api.spec;
