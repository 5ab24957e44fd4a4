package io.dataflow.operator.chart;

import io.dataflow.testbed.cluster.Answer;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The chart in a namespace, under the name `dataflow-operator`. It has a control plane of its own:
/// there is one CRD in a cluster, and an uninstallation concerns all flows.
record Release(String namespace) {
  static final String NAME = "dataflow-operator";
  static final ControlPlane PLANE = ControlPlane.start();

  private static final String CHART =
      Path.of("../helm/dataflow-operator").toAbsolutePath().normalize().toString();
  // The chart names none.
  private static final String IMAGE = "image.repository=registry.example.com/dataflow";

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

  /// In a namespace that takes restricted pods alone.
  static Release fresh() {
    var release = new Release(PLANE.freshNamespace());
    var restricted = "pod-security.kubernetes.io/enforce=restricted";
    release.kubectl("label", "namespace", release.namespace(), restricted).orThrow();
    return release;
  }

  /// Runs helm's `command` on the chart, with values as `--set` takes them.
  private Answer chart(String command, String... values) {
    var words = new ArrayList<>(List.of(command, NAME, CHART, "-n", namespace));
    words.addAll(List.of("--set", IMAGE));
    for (var value : values) {
      words.addAll(List.of("--set", value));
    }
    words.addAll(
        switch (command) {
          case "template" -> List.of("--kube-version", "1.36.3");
          // The CRD may be there from a release in another namespace.
          default -> List.of("--wait", "--timeout", "4m", "--take-ownership");
        });
    return PLANE.helm(words.toArray(String[]::new));
  }

  static Answer lint() {
    return PLANE.helm("lint", "--strict", CHART, "--set", IMAGE);
  }

  Answer template(String... values) {
    return chart("template", values);
  }

  void install(String... values) {
    chart("install", values).orThrow();
  }

  void uninstall() {
    PLANE.helm("uninstall", NAME, "-n", namespace, "--wait", "--timeout", "4m").orThrow();
  }

  Answer kubectl(String... words) {
    var command = new ArrayList<>(List.of("-n", namespace));
    command.addAll(List.of(words));
    return PLANE.kubectl(command.toArray(String[]::new));
  }

  /// Runs the operator's pods as processes of this machine.
  FakeKubelet kubelet() {
    return FakeKubelet.with(
            "/manager",
            List.of(
                JAVA.toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.dataflow.operator.Main"))
        .withNamespace(namespace)
        .start(PLANE);
  }
}
