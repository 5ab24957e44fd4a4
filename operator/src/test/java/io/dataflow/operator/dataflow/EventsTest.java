package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.LogCapture;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import org.junit.jupiter.api.Test;

/// The documented events, each provoked on the real API server (`docs/lifecycle.md`); for some the
/// operator lacks a right.
class EventsTest {
  private final FlowCase flow = FlowCase.fresh();

  /// A user who may do all that the operator has to, but for the one verb.
  private String userWithout(String resource, String verb) {
    var user = flow.namespace() + "-operator";
    Clusters.shared()
        .apply(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: %1$s}
            rules:
              - {apiGroups: ["", rbac.authorization.k8s.io, apiextensions.k8s.io], resources: ["*"], verbs: ["*"]}
              - {apiGroups: [dataflow.dataflow.io], resources: [dataflows], verbs: [get, list, watch, patch]}
              - {apiGroups: [dataflow.dataflow.io], resources: [dataflows/status], verbs: [patch]}
              - {apiGroups: [dataflow.dataflow.io], resources: [dataflows/finalizers], verbs: [update]}
              - {apiGroups: [dataflow.dataflow.io], resources: [dataflowcrons], verbs: [get, list, watch]}
              - {apiGroups: [batch], resources: ["*"], verbs: ["*"]}
              - {apiGroups: [apps], resources: [deployments], verbs: [get, list, watch, create, patch, delete]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: %1$s}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %1$s}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %1$s}]
            """
                .formatted(user)
                .lines()
                .map(line -> line.contains("[" + resource + "]") ? without(line, verb) : line)
                .reduce("", (text, line) -> text + line + "\n"));
    return user;
  }

  private static String without(String line, String verb) {
    return line.replace(verb + ", ", "")
        .replace(", " + verb + "]", "]")
        .replace("[patch]", "[get]");
  }

  private void awaitEvent(String text) {
    flow.until(text, () -> flow.events().stream().anyMatch(it -> it.startsWith(text)));
  }

  @Test
  void failedGet() {
    try (var _ = OperatorRun.startAs(userWithout("dataflows", "get"))) {
      flow.apply(FlowCase.TABLE);
      awaitEvent("DeploymentCreated");
      flow.kubectl("annotate", "dataflow/orders", "dataflow.dataflow.io/reset-checkpoint=true");
      awaitEvent("FailedGet: Unable to fetch DataFlow");
      assertThat(flow.events()).contains("FailedGet: Unable to fetch DataFlow");
    }
  }

  @Test
  void statusUpdateFailed() {
    try (var _ = OperatorRun.startAs(userWithout("dataflows/status", "patch"))) {
      flow.apply(FlowCase.KAFKA);
      awaitEvent("StatusUpdateFailed: Unable to update DataFlow status: ");
      // It goes all the same.
      flow.delete();
    }
  }

  @Test
  void cleanupFailed() {
    try (var _ = OperatorRun.startAs(userWithout("deployments", "delete"))) {
      flow.apply(FlowCase.KAFKA);
      awaitEvent("DeploymentCreated");
      flow.kubectl("delete", "dataflow/orders", "--wait=false");
      awaitEvent("CleanupFailed: Failed to cleanup resources: ");
    }
    try (var _ = OperatorRun.start()) {
      flow.until("its end", () -> !flow.answer("get", "dataflow/orders").succeeded());
    }
  }

  @Test
  void aFinalizerThatCannotBeAddedIsSaidInTheLog() {
    try (var log = new LogCapture();
        var _ = OperatorRun.startAs(userWithout("dataflows", "patch"))) {
      flow.apply(FlowCase.KAFKA);
      flow.until(
          "a word in the log",
          () ->
              log.warnings().stream()
                  .anyMatch(it -> it.contains("cannot patch resource \"dataflows\"")));
    }
  }

  @Test
  void configMapFailedAndDeploymentFailed() {
    try (var _ = OperatorRun.start()) {
      flow.kubectl("create", "quota", "maps", "--hard=count/configmaps=0");
      flow.kubectl("create", "quota", "sets", "--hard=count/deployments.apps=0");
      flow.apply(FlowCase.KAFKA);
      awaitEvent("ConfigMapFailed: Failed to create or update ConfigMap: configmaps \"df-orders");
      flow.kubectl("delete", "quota", "maps");
      awaitEvent("ConfigMapCreated: Created ConfigMap df-orders-spec");
      awaitEvent(
          "DeploymentFailed: Failed to create or update Deployment: deployments.apps \"df-orders");
      flow.kubectl("delete", "quota", "sets");
      awaitEvent("DeploymentCreated: Created Deployment df-orders");
      flow.apply(FlowCase.KAFKA.replace("topic: orders", "topic: others"));
      awaitEvent("ConfigMapUpdated: Updated ConfigMap df-orders-spec");
      awaitEvent("DeploymentUpdated: Updated Deployment df-orders");
      assertThat(flow.events())
          .doesNotContain("ConfigMapCreated: Created ConfigMap df-orders-checkpoint");
    }
  }

  @Test
  void secretResolutionFailed() {
    try (var _ = OperatorRun.start()) {
      flow.apply(
          FlowCase.KAFKA.replace(
              "connectionString: \"postgres://db/shop\"",
              "connectionStringSecretRef: {name: db, key: url}"));
      awaitEvent("SecretResolutionFailed: Failed to resolve secrets: ");
    }
  }
}
