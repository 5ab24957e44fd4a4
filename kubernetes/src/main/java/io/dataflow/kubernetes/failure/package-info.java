/// What may go wrong in a reconcile, and how it is logged and recorded once.
///
/// - `Blocker`: what keeps a resource from being as it is wanted, for its status
/// - `ApiServerException`, `ApplyException`: what is thrown; `ReconcileFailure`: what that means
///   for the status, an event and a metric; `NamespaceTerminating`
/// - `DuplicateErrorFilter`: keeps out of the log what was logged already
package io.dataflow.kubernetes.failure;
