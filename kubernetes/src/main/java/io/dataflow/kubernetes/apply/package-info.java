/// Owned resources are applied as they should be.
///
/// - `ServerSideApplier`, `ApplyResult`: apply and prune; `RollingUpdateRemoval`: what server-side
///   apply cannot take away
/// - `KubernetesTypes`: Kubernetes' own types out of JSON
package io.dataflow.kubernetes.apply;
