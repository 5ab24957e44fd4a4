/// Kubernetes events: `EventRecorder` makes and counts them, `EventSender` takes them to the API
/// server.
package io.dataflow.kubernetes.event;
