/// What stands in for the nodes that the control plane does not have.
///
/// - `FakeKubelet`, `KubeletSettings`: it, and how it shall behave
/// - `Pods`, `PodOnNode`: all pods, and one that was given to a node
/// - `PodRunner`, `LightPod`: a pod that runs, and one that is only said to
/// - `PodStatusWriter`, `PodConditions`: what the API server is told of a pod
/// - `KubeletServer`: logs for `kubectl logs`
/// - `ServiceProxy`, `ServiceDoor`: in place of kube-proxy
package io.dataflow.testbed.cluster.kubelet;
