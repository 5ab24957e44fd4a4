/// A manifest and what it holds.
///
/// - `Manifest`: the text; `Reading`: a flow, or all that is wrong
/// - `DataFlow`: the whole; `ObjectMetadata`; `DataFlowDefinition`: what it is to the API
///   server
/// - `DataFlowSpec`: what the flow does, with `Step`, `ErrorSink`, `AckPolicy`,
///   `AckGranularity`, `Maintenance`, `Repeat`
package io.dataflow.api.spec;
