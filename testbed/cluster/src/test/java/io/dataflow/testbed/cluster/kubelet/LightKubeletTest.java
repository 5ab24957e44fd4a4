package io.dataflow.testbed.cluster.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import org.junit.jupiter.api.Test;

/// Many pods of which nothing runs.
class LightKubeletTest {
  private final Workload work = Workload.fresh();

  @Test
  void saysOfFiftyPodsThatTheyRun() {
    try (var ignored =
        FakeKubelet.light().withNodes(3).withNamespace(work.namespace()).start(work.plane())) {
      work.kubectl("create", "deployment", "many", "--image=any", "--replicas=50").orThrow();
      work.kubectl("rollout", "status", "deployment/many", "--timeout=60s").orThrow();
      assertThat(work.pods("many"))
          .hasSize(50)
          .extracting(pod -> pod.getSpec().getNodeName())
          .doesNotContainNull();
      work.kubectl("scale", "deployment/many", "--replicas=1").orThrow();
      Await.until("49 to go", Workload.LIMIT, () -> work.pods("many").size() == 1);
    }
  }
}
