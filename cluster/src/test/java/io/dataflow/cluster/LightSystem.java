package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;

/// A second cluster, for tests that kill the operator or the API server: pods only say that they
/// run, and the operator is a process beside it that sees the API server through a proxy.
record LightSystem(ControlPlane plane, CuttingProxy proxy, LocalOperator operator) {
  private static final LightSystem SHARED = start();

  /// Started when first asked for; it ends with the JVM.
  static LightSystem shared() {
    return SHARED;
  }

  private static LightSystem start() {
    var plane = ControlPlane.start();
    FakeKubelet.light().start(plane);
    OperatorInstallation.applyCrd(plane, Distribution.find());
    var proxy = new CuttingProxy(plane);
    proxy.disarm();
    return new LightSystem(plane, proxy, new LocalOperator(plane, proxy.url()));
  }

  /// A flow that is not there yet, in a namespace of its own.
  Flow freshFlow() {
    return flow(plane.freshNamespace(), "orders");
  }

  Flow flow(String namespace, String name) {
    return new Flow(plane, namespace, name);
  }
}
