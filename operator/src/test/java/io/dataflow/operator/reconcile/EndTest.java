package io.dataflow.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.Complaints;
import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.FakeKubelet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Flows that go in a disorderly way, and nevertheless go.
class EndTest {
  private static final String MISSING_SECRET =
      FlowCase.KAFKA.replace("topic: orders", "topicSecretRef: {name: topics, key: orders}");

  private final FlowCase flow = FlowCase.fresh();
  private final FakeKubelet kubelet = FakeKubelet.light().start(Clusters.shared());
  private OperatorRun operator;

  @BeforeEach
  void start() {
    operator = OperatorRun.start();
  }

  @AfterEach
  void end() {
    operator.close();
    kubelet.close();
  }

  @Test
  void aNamespaceTakesItsFlowsAlongWithoutANoise() {
    var neverRan = FlowCase.fresh().apply(MISSING_SECRET);
    flow.apply(FlowCase.TABLE);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    neverRan.until("an error", () -> neverRan.status("phase").equals("Error"));
    try (var complaints = new Complaints()) {
      Clusters.shared()
          .kubectl("delete", "namespace", flow.namespace(), neverRan.namespace(), "--timeout=90s")
          .orThrow();
      assertThat(complaints.heard()).isEmpty();
    }
  }

  @Test
  void aFlowGoesWhoseChildrenAreGoneAlready() {
    flow.apply(FlowCase.TABLE);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    operator.close();
    flow.kubectl("delete", "dataflow", "orders", "--wait=false");
    flow.kubectl("delete", FlowCase.CHILDREN, "-l", "dataflow.dataflow.io/owned=true");
    operator = OperatorRun.start();
    flow.until("the end", () -> !flow.answer("get", "dataflow", "orders").succeeded());
    assertThat(flow.children()).isEmpty();
  }
}
