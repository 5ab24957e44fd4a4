/// The model of a flow, and what works on its messages. Nothing here knows Camel, Kubernetes or
/// a server.
///
/// - `spec`: a manifest and what it holds; `spec.status`: what has become of it
/// - `connector`: the settings of sources and sinks
/// - `transformation`: the steps; `chain`: takes batches through them
/// - `condition`, `path`: the languages of `condition`, `when` and `fields`
/// - `message`, `json`: a record on its way and its body
/// - `model`: how records of Java become YAML keys, messages, a reference and a CRD
package io.dataflow.api;
