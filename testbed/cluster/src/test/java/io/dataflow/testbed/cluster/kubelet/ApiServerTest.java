package io.dataflow.testbed.cluster.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.cluster.ControlPlane;
import org.junit.jupiter.api.Test;

/// The API server goes away and comes back; nobody else notices much.
class ApiServerTest {
  @Test
  void isMissedByNoPod() {
    try (var plane = ControlPlane.start()) {
      var work = new Workload(plane, plane.freshNamespace());
      try (var kubelet = FakeKubelet.settings().start(plane)) {
        work.pod("old", "Always", "command: [sleep, '300']");
        work.untilRunning("old");
        plane.apiServer().kill();
        assertThat(work.kubectl("get", "pods").succeeded()).isFalse();
        kubelet.kill(work.namespace(), "old");
        plane.apiServer().start();
        work.until("old", "started again", status -> status.getRestartCount() == 1);
        work.pod("new", "Always", "command: [sleep, '300']");
        work.untilRunning("new");
      }
    }
  }
}
