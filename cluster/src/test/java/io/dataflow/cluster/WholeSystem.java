package io.dataflow.cluster;

import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;

/// One cluster for all tests of a JVM: the operator is a pod of it, and processors are real.
record WholeSystem(ControlPlane plane, FakeKubelet kubelet) {
  private static final WholeSystem SHARED = start();

  /// Started when first asked for; it ends with the JVM.
  static WholeSystem shared() {
    return SHARED;
  }

  private static WholeSystem start() {
    var distribution = Distribution.find();
    var plane = Clusters.shared();
    var kubelet = LocalCluster.kubelet(distribution).start(plane);
    new OperatorInstallation(plane, distribution).install();
    return new WholeSystem(plane, kubelet);
  }

  /// A flow that is not there yet, in a namespace of its own.
  static Flow freshFlow() {
    return new Flow(shared().plane(), Clusters.freshNamespace(), "orders");
  }
}
