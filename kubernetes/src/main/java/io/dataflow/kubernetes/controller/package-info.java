/// What controllers share.
///
/// - `Requeue`: when a resource is reconciled again though nothing has happened
/// - `KeyedRateLimiter`: each key at most once in an interval, and one at a time
/// - `TerminatingPods`: how long pods that go are waited for
/// - `DeletionWait`: waits until nothing of a kind is left
/// - `OwnDeployment`: the operator's own Deployment
package io.dataflow.kubernetes.controller;
