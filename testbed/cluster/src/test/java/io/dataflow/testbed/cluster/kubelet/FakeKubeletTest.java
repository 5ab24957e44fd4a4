package io.dataflow.testbed.cluster.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Real controllers make pods, and the FakeKubelet runs them.
class FakeKubeletTest {
  private static final String WEB =
      Path.of(System.getProperty("java.home"), "bin/jwebserver").toString();

  private final Workload work = Workload.fresh();
  private final FakeKubelet kubelet =
      FakeKubelet.with("/web", List.of(WEB, "-p", "9090"))
          .withNamespace(work.namespace())
          .start(work.plane());

  @AfterEach
  void stop() {
    kubelet.close();
  }

  private static String deployment(int replicas) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: %d
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
          - name: web
            image: any
            command: [/web, -b, $(POD_IP)]
            env:
            - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
            ports: [{name: http, containerPort: 9090}]
            readinessProbe: {httpGet: {path: /, port: http}, periodSeconds: 1}
    """
        .formatted(replicas);
  }

  @Test
  void makesADeploymentAvailableWithTwoPodsOnTheSamePort() {
    work.apply(deployment(2));
    work.kubectl("rollout", "status", "deployment/web", "--timeout=60s").orThrow();
    assertThat(work.pods("web"))
        .hasSize(2)
        .allMatch(pod -> pod.getStatus().getPhase().equals("Running"))
        .extracting(pod -> pod.getStatus().getPodIP())
        .doesNotHaveDuplicates();
    assertThat(work.kubectl("logs", "deployment/web").orThrow()).contains("port 9090");
  }

  @Test
  void startsAnotherPodForOneThatIsDeleted() {
    work.apply(deployment(1));
    work.kubectl("rollout", "status", "deployment/web", "--timeout=60s").orThrow();
    var first = work.pods("web").getFirst().getMetadata().getName();
    work.kubectl("delete", "pod", first, "--timeout=60s").orThrow();
    work.kubectl("rollout", "status", "deployment/web", "--timeout=60s").orThrow();
    assertThat(work.pods("web")).noneMatch(pod -> pod.getMetadata().getName().equals(first));
  }

  @Test
  void letsAPodSeeItsDeletionAndRemovesItThen() {
    work.pod(
        "polite",
        "Always",
        """
        command: [/bin/sh, -c, "trap 'echo good bye; exit 0' TERM; echo here; while :; do sleep 0.1; done"]
        """);
    work.untilRunning("polite");
    Await.until("its first words", Workload.LIMIT, () -> work.log("polite").equals("here\n"));
    var log = kubelet.folder(work.namespace(), "polite").resolve("containers/main/0.log");
    work.kubectl("delete", "pod", "polite", "--timeout=60s").orThrow();
    assertThat(log).hasContent("here\ngood bye");
  }

  @Test
  void tellsTheEndOfALogAndFollowsIt() {
    work.pod(
        "talker", "Never", "command: [/bin/sh, -c, 'for i in 1 2 3; do echo $i; sleep 1; done']");
    work.untilRunning("talker");
    assertThat(work.kubectl("logs", "talker", "--follow").orThrow()).isEqualTo("1\n2\n3\n");
    assertThat(work.kubectl("logs", "talker", "--tail=1").orThrow()).isEqualTo("3\n");
  }

  @Test
  void killsWhatDoesNotListenWhenItsTimeIsOver() {
    work.pod("deaf", "Always", "command: [/bin/sh, -c, \"trap '' TERM; sleep 300\"]");
    work.untilRunning("deaf");
    work.kubectl("delete", "pod", "deaf", "--grace-period=1", "--timeout=60s").orThrow();
    assertThat(work.pod("deaf")).isEmpty();
  }

  @Test
  void runsTheHookBeforeTheSignal() {
    work.pod(
        "hooked",
        "Always",
        """
        command: [/bin/sh, -c, "trap 'cat $HOME/hook; exit 0' TERM; while :; do sleep 0.1; done"]
        lifecycle: {preStop: {exec: {command: [/bin/sh, -c, "echo hook > $HOME/hook"]}}}
        """);
    work.untilRunning("hooked");
    var log = kubelet.folder(work.namespace(), "hooked").resolve("containers/main/0.log");
    work.kubectl("delete", "pod", "hooked", "--timeout=60s").orThrow();
    assertThat(log).hasContent("hook");
  }
}
