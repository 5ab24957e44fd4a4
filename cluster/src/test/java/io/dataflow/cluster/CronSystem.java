package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.util.List;

/// A cluster for runs on a schedule, whose processors end at once and well: the real controllers of
/// CronJobs and Jobs, and the operator as a process beside it that sees the API server through a
/// proxy, and can be killed.
record CronSystem(ControlPlane plane, CuttingProxy proxy, LocalOperator operator) {
  private static final String PROCESSOR =
      """
      printf '{"instance":"%s","state":"stopped","message":"","processedCount":7,"errorCount":0}' \
        $BIND_ADDRESS > $TERMINATION_MESSAGE_PATH
      """;

  private static final CronSystem SHARED = start();

  /// Started when first asked for; it ends with the JVM.
  static CronSystem shared() {
    return SHARED;
  }

  private static CronSystem start() {
    var plane = ControlPlane.start();
    FakeKubelet.with("/processor", List.of("/bin/sh", "-c", PROCESSOR)).start(plane);
    OperatorInstallation.applyCrd(plane, Distribution.find());
    var proxy = new CuttingProxy(plane);
    proxy.disarm();
    return new CronSystem(plane, proxy, new LocalOperator(plane, proxy.url()));
  }
}
