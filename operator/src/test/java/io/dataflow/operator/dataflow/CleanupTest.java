package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.LogCapture;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Flows that go in a disorderly way, and nevertheless go.
class CleanupTest {
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
    try (var log = new LogCapture()) {
      Clusters.shared()
          .kubectl("delete", "namespace", flow.namespace(), neverRan.namespace(), "--timeout=90s")
          .orThrow();
      assertThat(log.warnings()).isEmpty();
    }
  }

  /// A finalizer of ours keeps the pod, as its last batch does elsewhere.
  @Test
  void processorsAreWaitedForHoweverLateTheOperatorSeesTheDeletion() {
    flow.apply(FlowCase.TABLE);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    operator.close();
    var pod = flow.kubectl("get", "pods", "-o", "name").strip();
    keep(pod, "[\"test/last-batch\"]");
    flow.kubectl("delete", "dataflow", "orders", "--wait=false");
    operator = OperatorRun.startBy(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
    flow.until("a pod that ends", () -> isLeaving(pod));
    // The operator has seen it end when its Deployment is gone and it has looked again.
    flow.kubectl("label", "dataflow", "orders", "look=again");
    flow.until("no Deployment", () -> !flow.answer("get", "deployment/df-orders").succeeded());
    assertThat(flow.children())
        .contains("configmap/df-orders-checkpoint", "serviceaccount/df-orders-processor");
    keep(pod, "null");
    flow.until("the end", () -> !flow.answer("get", "dataflow", "orders").succeeded());
    assertThat(flow.children()).isEmpty();
  }

  private boolean isLeaving(String pod) {
    return !flow.value(pod, ".metadata.deletionTimestamp").isEmpty();
  }

  private void keep(String pod, String finalizers) {
    var patch = "{\"metadata\":{\"finalizers\":" + finalizers + "}}";
    flow.kubectl("patch", pod, "--type=merge", "-p", patch);
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
