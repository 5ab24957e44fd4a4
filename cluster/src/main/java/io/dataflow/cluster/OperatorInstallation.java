package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import java.time.Duration;

/// Puts the operator into a cluster by its chart, as a pod with the rights that the chart gives it.
record OperatorInstallation(ControlPlane plane, Distribution distribution) {
  /// Where the operator runs.
  static final String NAMESPACE = "dataflow-system";

  /// Its Deployment.
  static final String DEPLOYMENT = "deployment/dataflow-operator";

  /// Installs the chart; returns when the operator says that it is ready.
  void install() {
    plane
        .helm(
            "upgrade",
            "--install",
            "dataflow-operator",
            distribution.root().resolve("helm/dataflow-operator").toString(),
            "--namespace",
            NAMESPACE,
            "--create-namespace",
            "--take-ownership",
            "--set",
            "image.repository=dataflow",
            "--set",
            "image.tag=local",
            "--set",
            "extraEnv[0].name=STATUS_INTERVAL_SECONDS",
            "--set-string",
            "extraEnv[0].value=1",
            "--set",
            "extraEnv[1].name=STATUS_COUNTERS_INTERVAL_SECONDS",
            "--set-string",
            "extraEnv[1].value=1",
            "--wait",
            "--timeout",
            "4m")
        .orThrow();
    untilReady();
  }

  /// The definitions alone, for an operator that runs elsewhere.
  static void applyCrd(ControlPlane plane, Distribution distribution) {
    var crd = distribution.crds().toString();
    plane.kubectl("apply", "--server-side", "--force-conflicts", "-f", crd).orThrow();
    // `kubectl wait` gives up at once on a definition that has no status yet.
    Await.until(
        "the API server to serve DataFlows",
        Duration.ofSeconds(60),
        () -> plane.kubectl("get", "dataflows,dataflowcrons", "-A").succeeded());
  }

  /// Waits until as many replicas as are wanted are there and ready.
  void untilReady() {
    plane.kubectl("-n", NAMESPACE, "rollout", "status", DEPLOYMENT, "--timeout=180s").orThrow();
  }
}
