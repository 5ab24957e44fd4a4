package io.dataflow.cluster;

import io.dataflow.testbed.Await;
import io.dataflow.testbed.cluster.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Puts the operator into a cluster, as a pod with a service account of its own. The one place that
/// knows how: by plain manifests, until the chart does it.
record OperatorInstallation(ControlPlane plane, Distribution distribution) {
  /// Where the operator runs.
  static final String NAMESPACE = "dataflow-system";

  /// Its Deployment.
  static final String DEPLOYMENT = "deployment/dataflow-operator";

  /// Returns when the operator says that it is ready.
  void install() {
    applyCrd(plane, distribution);
    plane.apply(manifest());
    untilReady();
  }

  /// The definition of DataFlow alone, for an operator that runs elsewhere.
  static void applyCrd(ControlPlane plane, Distribution distribution) {
    var crd = distribution.crd().toString();
    plane.kubectl("apply", "--server-side", "--force-conflicts", "-f", crd).orThrow();
    // `kubectl wait` gives up at once on a definition that has no status yet.
    Await.until(
        "the API server to serve DataFlows",
        Duration.ofSeconds(60),
        () -> plane.kubectl("get", "dataflows", "-A").succeeded());
  }

  /// Waits until as many replicas as are wanted are there and ready.
  void untilReady() {
    plane.kubectl("-n", NAMESPACE, "rollout", "status", DEPLOYMENT, "--timeout=180s").orThrow();
  }

  private static String manifest() {
    try (var in = OperatorInstallation.class.getResourceAsStream("operator.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
