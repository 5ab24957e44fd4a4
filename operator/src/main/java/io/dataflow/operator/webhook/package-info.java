/// The validating webhook: what the API server asks before it stores a flow.
///
/// - `WebhookServer`, `AdmissionHandler`: the port and its limits
/// - `AdmissionRequest`, `BadReviewException`, `ManifestText`: what is asked
/// - `AdmissionDecision`, `AdmissionResponses`: what is answered
package io.dataflow.operator.webhook;
