/// A real control plane for tests.
///
/// - `Clusters`: one for all tests of a JVM
/// - `ControlPlane`: etcd, kube-apiserver and kube-controller-manager, with kubectl and helm
/// - `Etcd`, `ApiServer`, `Controllers`, `Access`: its processes, and how one gets in
/// - `Tool`, `Answer`: kubectl and helm as processes, and what they said
/// - `Binaries`, `GoBuild`, `GoModules`, `Program`, `Progress`: the programs, built once for a
///   machine
///
/// The nodes are in `kubelet`.
package io.dataflow.testbed.cluster;
