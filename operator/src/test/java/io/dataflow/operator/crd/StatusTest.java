package io.dataflow.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.Phase;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A flow's status has the documented fields, and nothing else gets into it.
class StatusTest {
  private static final String STATUS =
      """
      phase: Running
      message: Processor pod is running
      lastProcessedTime: "2026-01-01T02:00:00.123456789Z"
      processedCount: 9007199254740993
      errorCount: 2
      observedGeneration: 1
      conditions:
        - {type: Ready, status: "True", reason: Running, message: "", lastTransitionTime: "2026-01-01T02:00:00Z", observedGeneration: 1}
      maintenanceStatus: {inMaintenance: false, nextMaintenanceTime: "2026-01-02T02:00:00Z", suspended: false}
      replicas: 1
      selector: app=dataflow-processor,dataflow.dataflow.io/name=orders
      guarantee: at least once
      processors:
        - {instance: 5f0c2a9e, pod: df-orders-1, processedCount: 150, errorCount: 2}
      """;

  private final String namespace = FlowServer.PLANE.freshNamespace();

  @BeforeEach
  void createAFlow() {
    FlowServer.PLANE
        .kubectlWithInput(
            """
            apiVersion: dataflow.dataflow.io/v1
            kind: DataFlow
            metadata: {name: orders}
            spec:
              source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
              sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: clean}}
            """,
            "apply",
            "-n",
            namespace,
            "-f",
            "-")
        .orThrow();
  }

  private GenericKubernetesResource patched(String status) {
    var client = FlowServer.PLANE.client();
    var flow =
        client
            .genericKubernetesResources("dataflow.dataflow.io/v1", "DataFlow")
            .inNamespace(namespace)
            .withName("orders");
    var changed = flow.get();
    changed.setAdditionalProperty("status", Serialization.unmarshal(status, Map.class));
    return client.resource(changed).updateStatus();
  }

  @Test
  void holdsAllThatTheOperatorKnows() {
    var back = Serialization.asJson(patched(STATUS));
    var root = (YamlObject) YamlDocument.all(back).getFirst().root();
    var status =
        ModelReader.read(
            DataFlowStatus.class, root.get("status").orElseThrow(), "status", Optional.empty());
    assertThat(status.problems()).isEmpty();
    assertThat(status.value())
        .hasValueSatisfying(
            it -> {
              assertThat(it.phase()).contains(Phase.RUNNING);
              assertThat(it.processedCount()).contains(9007199254740993L);
              assertThat(it.conditions()).hasSize(1);
              assertThat(it.processors()).hasSize(1);
            });
  }

  @Test
  void isWhatColumnsAndScaleShow() {
    patched(STATUS);
    assertThat(FlowServer.PLANE.kubectl("get", "df", "-n", namespace).orThrow())
        .contains("Running", "9007199254740993", "2");
    assertThat(
            FlowServer.PLANE
                .client()
                .raw(
                    "/apis/dataflow.dataflow.io/v1/namespaces/"
                        + namespace
                        + "/dataflows/orders/scale"))
        .contains("\"selector\":\"app=dataflow-processor,dataflow.dataflow.io/name=orders\"");
    FlowServer.PLANE
        .kubectl("wait", "--for=condition=Ready", "df/orders", "-n", namespace, "--timeout=30s")
        .orThrow();
  }

  @Test
  void hasNoOtherPhases() {
    assertThatThrownBy(() -> patched("phase: Sleeping"))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("status.phase");
  }
}
