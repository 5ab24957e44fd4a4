package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.RunningOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A DataFlow that is applied, changed and deleted with kubectl, on the real API server with real
/// controllers; pods say that they are ready without being there.
class ReconcileTest {
  @RegisterExtension static final RunningOperator OPERATOR = new RunningOperator();

  private final FlowCase flow = FlowCase.fresh();

  @Test
  void makesTheChildrenAndTakesThemAwayAgain() {
    flow.apply(FlowCase.KAFKA);
    flow.kubectl("wait", "--for=condition=Ready", "dataflow/orders", "--timeout=90s");
    assertThat(flow.children())
        .containsExactlyInAnyOrder(
            "deployment.apps/df-orders",
            "configmap/df-orders-spec",
            "configmap/df-orders-checkpoint",
            "serviceaccount/df-orders-processor",
            "role.rbac.authorization.k8s.io/df-orders-processor",
            "rolebinding.rbac.authorization.k8s.io/df-orders-processor");
    assertThat(flow.status("phase")).isEqualTo("Running");
    assertThat(flow.status("message")).isEqualTo("Processor pod is running");
    assertThat(flow.status("observedGeneration")).isEqualTo("1");
    assertThat(flow.events())
        .contains(
            "ConfigMapCreated: Created ConfigMap df-orders-spec",
            "DeploymentCreated: Created Deployment df-orders");
    flow.delete();
    assertThat(flow.children()).isEmpty();
    assertThat(flow.events()).contains("ResourcesDeleted: Deleted Deployment and ConfigMap");
  }

  @Test
  void restsWhenItIsSuspended() {
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod", () -> flow.status("phase").equals("Running"));
    flow.apply(FlowCase.KAFKA + "maintenance: {suspended: true}\n");
    flow.until("rest", () -> flow.status("phase").equals("Stopped"));
    assertThat(flow.status("message")).isEqualTo("Processor suspended manually");
    assertThat(flow.status("maintenanceStatus.suspended")).isEqualTo("true");
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod again", () -> flow.condition("Ready").equals("True"));
  }

  @Test
  void putsBackWhatSomebodyElseChanged() {
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    flow.kubectl("set", "image", "deployment/df-orders", "processor=stranger:1");
    flow.kubectl("patch", "configmap", "df-orders-spec", "-p", "{\"data\":{\"spec.json\":\"{}\"}}");
    flow.kubectl("delete", "role", "df-orders-processor");
    flow.until("the image", () -> !image().contains("stranger"));
    flow.until(
        "the spec", () -> flow.value("configmap/df-orders-spec", ".data").contains("kafka:9092"));
    flow.until("the role", () -> flow.answer("get", "role", "df-orders-processor").succeeded());
  }

  private String image() {
    return flow.value("deployment/df-orders", ".spec.template.spec.containers[0].image");
  }

  /// The API server completes the strategy of a Kafka flow, and would then refuse any other.
  @Test
  void readsFromAnotherKindOfSourceAndBack() {
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.value("deployment/df-orders", ".spec.strategy.rollingUpdate")).isNotEmpty();
    flow.apply(FlowCase.TABLE);
    flow.until("a second generation", () -> flow.status("observedGeneration").equals("2"));
    flow.until("a pod again", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.value("deployment/df-orders", ".spec.strategy"))
        .isEqualTo("{\"type\":\"Recreate\"}");
    flow.apply(FlowCase.KAFKA);
    flow.until("a third generation", () -> flow.status("observedGeneration").equals("3"));
    flow.until("a pod once more", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.value("deployment/df-orders", ".spec.strategy.type"))
        .isEqualTo("RollingUpdate");
    assertThat(flow.events()).noneMatch(event -> event.startsWith("DeploymentFailed"));
  }

  @Test
  void takesAwayWhatTheFlowDoesNotUseAnyMore() {
    flow.secret("topics", "orders", "orders");
    var secret = "topicSecretRef: {name: topics, key: orders}";
    flow.apply(FlowCase.KAFKA.replace("topic: orders", secret));
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.children()).contains("secret/df-orders-secrets");
    flow.apply(FlowCase.KAFKA + "checkpointPersistence: false\n");
    flow.until("no Secret", () -> flow.children().stream().noneMatch(it -> it.contains("secret")));
    flow.until("no rights", () -> flow.children().stream().noneMatch(it -> it.contains("role")));
    flow.until(
        "no account", () -> flow.children().stream().noneMatch(it -> it.contains("account")));
    assertThat(flow.children())
        .containsExactlyInAnyOrder(
            "deployment.apps/df-orders",
            "configmap/df-orders-spec",
            "configmap/df-orders-checkpoint");
    assertThat(flow.condition("Ready")).isEqualTo("True");
  }

  @Test
  void doesNotStartPodsAnewForALabel() {
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    var before = flow.value("deployment/df-orders", ".metadata.generation");
    flow.kubectl("label", "dataflow", "orders", "team=shop");
    flow.apply(FlowCase.KAFKA + "replicas: 2\n");
    flow.until("two pods", () -> flow.status("replicas").equals("2"));
    assertThat(flow.kubectl("get", "replicasets", "-o", "name").lines()).hasSize(1);
    assertThat(before).isEqualTo("1");
  }
}
