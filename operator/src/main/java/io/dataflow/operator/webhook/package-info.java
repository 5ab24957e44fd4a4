/// The validating webhook: what the API server asks before it stores a flow.
package io.dataflow.operator.webhook;
