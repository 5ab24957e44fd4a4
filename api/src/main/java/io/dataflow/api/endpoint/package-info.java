/// What Camel does in a flow: an endpoint, a Kamelet or a route template, as source, step or sink.
///
/// - `Endpoint`: the three spellings; `Calls`: how often it is tried, and whose fault a failure is
/// - `PlainSecrets`: what should stand in a Secret
package io.dataflow.api.endpoint;
