package io.dataflow.testbed.cluster.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of containers that end, and of those that cannot begin.
class CrashLoopTest {
  private final Workload work = Workload.fresh();
  private final FakeKubelet kubelet =
      FakeKubelet.settings()
          .withMissingImage("gone:1")
          .withNamespace(work.namespace())
          .start(work.plane());

  @AfterEach
  void stop() {
    kubelet.close();
  }

  @Test
  void startsACrashingContainerAgainAndKeepsItsLastWords() {
    work.pod(
        "crash",
        "Always",
        """
        command: [/bin/sh, -c, "echo run; echo no database > $TERMINATION_MESSAGE_PATH; exit 3"]
        """);
    work.untilWaiting("crash", "CrashLoopBackOff");
    var status = work.until("crash", "started again", now -> now.getRestartCount() >= 2);
    var last = status.getLastState().getTerminated();
    assertThat(last.getExitCode()).isEqualTo(3);
    assertThat(last.getReason()).isEqualTo("Error");
    assertThat(last.getMessage()).isEqualTo("no database\n");
    assertThat(work.kubectl("logs", "crash", "--previous").orThrow()).isEqualTo("run\n");
  }

  @Test
  void leavesAContainerThatHasDoneItsWork() {
    work.pod("job", "OnFailure", "command: [/bin/sh, -c, echo done]");
    assertThat(work.untilEnded("job").getState().getTerminated().getReason())
        .isEqualTo("Completed");
    Await.until(
        "the end of the pod",
        Workload.LIMIT,
        () -> work.pod("job").orElseThrow().getStatus().getPhase().equals("Succeeded"));
    assertThat(work.log("job")).isEqualTo("done\n");
  }

  @Test
  void startsAKilledContainerAgain() {
    work.pod("victim", "Always", "command: [sleep, '300']");
    work.untilRunning("victim");
    kubelet.kill(work.namespace(), "victim");
    var status = work.until("victim", "started again", now -> now.getRestartCount() == 1);
    assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(137);
  }

  @Test
  void startsAContainerAgainThatIsNotAlive() {
    work.pod(
        "zombie",
        "Always",
        """
        command: [sleep, '300']
        livenessProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 2}
        """);
    work.until("zombie", "started again", now -> now.getRestartCount() >= 1);
  }

  @Test
  void waitsForAnImageThatIsMissing() {
    work.pod("late", "Always", "command: [sleep, '300']");
    work.apply(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: early}
        spec: {containers: [{name: main, image: "gone:1", command: [sleep, '300']}]}
        """);
    work.untilWaiting("early", "ImagePullBackOff");
    kubelet.provideImage("gone:1");
    work.untilRunning("early");
  }

  @Test
  void waitsForASecretThatIsMissing() {
    work.pod(
        "poor",
        "Never",
        """
        command: [/bin/sh, -c, echo $WORD]
        env: [{name: WORD, valueFrom: {secretKeyRef: {name: words, key: first}}}]
        """);
    work.untilWaiting("poor", "CreateContainerConfigError");
    work.kubectl("create", "secret", "generic", "words", "--from-literal=first=open").orThrow();
    work.untilEnded("poor");
    assertThat(work.log("poor")).isEqualTo("open\n");
  }

  @Test
  void refusesRootWhereThePodSaysThatItIsNot() {
    work.pod(
        "root",
        "Always",
        """
        command: [sleep, '300']
        securityContext: {runAsNonRoot: true, runAsUser: 0}
        """);
    work.untilWaiting("root", "CreateContainerConfigError");
  }
}
