package io.dataflow.operator.chart;

import io.dataflow.testbed.cluster.Answer;
import io.dataflow.testbed.server.Await;
import java.time.Duration;

/// A namespace with flows, beside the one with the release.
record TestNamespace(String namespace) {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: %s, namespace: %s}
      spec:
        source:
          type: postgresql
          config: {connectionString: "postgres://db/shop", table: orders}
        sink:
          type: kafka
          config: {brokers: ["kafka:9092"], topic: %s}
      """;

  static TestNamespace fresh() {
    return new TestNamespace(Release.PLANE.freshNamespace());
  }

  /// Applies a flow; it writes into a topic of its name.
  Answer apply(String flow) {
    return apply(flow, flow);
  }

  Answer apply(String flow, String topic) {
    var manifest = FLOW.formatted(flow, namespace, topic);
    return Release.PLANE.kubectlWithInput(manifest, "apply", "-f", "-");
  }

  /// Runs kubectl here and returns what it writes.
  String kubectl(String... words) {
    return new Release(namespace).kubectl(words).orThrow();
  }

  /// Waits until a flow runs.
  void untilReady(String flow) {
    kubectl("wait", "--for=condition=Ready", "dataflow/" + flow, "--timeout=120s");
  }

  /// Puts the operator's finalizer on a flow, as it does itself.
  void hold(String flow) {
    var patch = "{\"metadata\":{\"finalizers\":[\"dataflow.dataflow.io/finalizer\"]}}";
    kubectl("patch", "dataflow", flow, "--type=merge", "-p", patch);
  }

  String finalizers(String flow) {
    return kubectl("get", "dataflow", flow, "-o", "jsonpath={.metadata.finalizers}");
  }

  /// What there is of a kind, `kind/name`.
  String names(String kinds) {
    return kubectl("get", kinds, "-o", "name");
  }

  /// Waits until the garbage collector has taken a flow's Deployment away.
  void untilCollected(String flow) {
    Await.until("the garbage collector", LIMIT, () -> !names("deployments").contains(flow));
  }
}
