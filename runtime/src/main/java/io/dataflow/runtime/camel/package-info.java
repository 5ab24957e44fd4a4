/// What Camel reads, changes and writes in a flow: endpoints, Kamelets, and route templates of the
/// flow's author.
///
/// - `EndpointFactory`: makes `EndpointSourceConnector`, `EndpointStepConnector`,
///   `EndpointSinkConnector`
/// - `EndpointRoute`: the address of an endpoint, with its template (`TemplateLoading`) and its
///   secrets (`SecretOptions`, `SecretComponent`); `MessageRoute`: the route to it
/// - `EndpointCalls`: a message to an endpoint, within time (`CallLimit`); `Blame`: whose fault a
///   failure is; `Redacted`: what may be said of it
/// - `Bodies`: bodies of exchanges as messages, `PlainJson`: those that are Java's own objects
/// - `EndpointWriter`: a delivery, message by message; `FlowEntry`: from an endpoint into the flow
package io.dataflow.runtime.camel;
