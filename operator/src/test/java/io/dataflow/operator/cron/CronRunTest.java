package io.dataflow.operator.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.Folder;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.FakeKubelet;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Runs and their triggers, by the real controllers of Kubernetes.
class CronRunTest {
  /// Ends at once and well, unless the spec says otherwise.
  private static final String PROCESSOR =
      """
      say() {
        printf '{"instance":"%s","state":"%s","message":"%s","processedCount":150,"errorCount":2}' \
          $BIND_ADDRESS "$1" "$2" > $TERMINATION_MESSAGE_PATH
      }
      spec="${0#*=}"
      case "$*" in *--until-exhausted*) ;; *) say failed endless; exit 1;; esac
      if grep -q broken "$spec"; then say failed 'sink:main: no such topic'; exit 1; fi
      if grep -q endless "$spec"; then
        trap 'say stopped end; exit 0' TERM
        while :; do sleep 0.1; done
      fi
      say stopped "done: $CHECKPOINT_CONFIG_MAP"
      """;

  private static final Folder FOLDER = Folder.temporary("cron-runs");

  private static OperatorRun operator;
  private static FakeKubelet kubelet;

  private final CronCase cron = CronCase.fresh();

  @BeforeAll
  static void start() {
    operator = OperatorRun.start();
    kubelet =
        FakeKubelet.with("/processor", List.of("/bin/sh", "-c", PROCESSOR))
            .start(Clusters.shared());
  }

  @AfterAll
  static void end() {
    operator.close();
    kubelet.close();
    FOLDER.deleteIfTemporary();
  }

  private String log() {
    return FOLDER.file(cron.namespace()).toString();
  }

  private String trigger(String script) {
    return """
      - image: any
        command: [/bin/sh, -c, '%s']
    """
        .formatted(script);
  }

  private String triggers(String... scripts) {
    var all = new StringBuilder(CronCase.SPEC + "triggers:\n");
    for (var script : scripts) {
      all.append(trigger(script).stripTrailing()).append('\n');
    }
    return all.toString();
  }

  @Test
  void triggersFollowOneAnotherAndKnowTheirRun() throws Exception {
    var write =
        "echo $DATAFLOW_TRIGGER_INDEX $DATAFLOW_NAME $DATAFLOW_PROCESSED_COUNT"
            + " $DATAFLOW_ERROR_COUNT $DATAFLOW_RUN_ID >> "
            + log();
    cron.ready(triggers(write, "sleep 1; " + write, write)).run("by-hand").untilPhase("Completed");
    var id = cron.status("currentRunID");
    assertThat(id).matches("[0-9a-f]{8}");
    assertThat(Files.readAllLines(FOLDER.file(cron.namespace())))
        .containsExactly("0 nightly 150 2 " + id, "1 nightly 150 2 " + id, "2 nightly 150 2 " + id);
    assertThat(cron.kubectl("get", "job", "-o", "name").lines())
        .containsExactlyInAnyOrder(
            "job.batch/by-hand",
            "job.batch/dfc-nightly-" + id + "-trigger-0",
            "job.batch/dfc-nightly-" + id + "-trigger-1",
            "job.batch/dfc-nightly-" + id + "-trigger-2");
    assertThat(cron.status("runs[0].result")).isEqualTo("Completed");
    assertThat(cron.status("currentTriggerIndex")).isEmpty();
    assertThat(cron.status("activeJobName")).isEmpty();
    assertThat(cron.status("lastSuccessfulTime")).isNotEmpty();
    assertThat(cron.status("lastFailedTime")).isEmpty();
    assertThat(cron.events())
        .contains("CronJobCreated", "RunStarted", "TriggerStarted", "RunCompleted");
    assertThat(operator.metrics())
        .contains(
            "dataflow_cron_run_duration_seconds_count{name=\"nightly\",namespace=\"%s\",result=\"Completed\"} 1"
                .formatted(cron.namespace()),
            "dataflow_cron_triggers_total{name=\"nightly\",namespace=\"%s\",result=\"Completed\"} 3"
                .formatted(cron.namespace()));
    var version = cron.value("dataflowcron/nightly", ".metadata.resourceVersion");
    cron.kubectl("annotate", "job", "by-hand", "note=looked-at");
    cron.kubectl("wait", "dataflowcron/nightly", "--for=condition=LastRunSucceeded");
    assertThat(cron.value("dataflowcron/nightly", ".metadata.resourceVersion")).isEqualTo(version);
  }

  @Test
  void aTriggerThatFailsEndsTheChain() {
    cron.ready(triggers("exit 0", "exit 3", "exit 0")).run("by-hand").untilPhase("Failed");
    assertThat(cron.status("currentTriggerIndex")).isEqualTo("1");
    assertThat(cron.status("activeJobName")).endsWith("-trigger-1");
    assertThat(cron.status("message")).contains("trigger 1 failed", "kubectl logs job/");
    assertThat(cron.status("lastFailedTime")).isNotEmpty();
    assertThat(cron.children()).noneMatch(it -> it.endsWith("trigger-2"));
    assertThat(cron.events()).contains("TriggerFailed");
  }

  @Test
  void aProcessorThatFailsSaysWhyAndStartsNoTrigger() {
    cron.ready(triggers("exit 0").replace("topic: orders", "topic: broken"))
        .run("by-hand")
        .untilPhase("Failed");
    assertThat(cron.status("message")).contains("sink:main: no such topic");
    assertThat(cron.status("activeJobName")).isEqualTo("by-hand");
    assertThat(cron.status("runs[0].errorCount")).isEqualTo("2");
    assertThat(cron.children()).noneMatch(it -> it.contains("trigger"));
    cron.apply(triggers("exit 0"));
    cron.until(
        "the new spec",
        () -> !cron.value("configmap/dfc-nightly-spec", ".data").contains("broken"));
    cron.run("again").untilPhase("Completed");
    assertThat(cron.status("lastFailedTime")).isNotEmpty();
    assertThat(cron.status("runs[*].result")).isEqualTo("Failed Completed");
  }

  @Test
  void theProcessorReadsTheFlowAloneAndKeepsItsPositionApart() {
    cron.ready(CronCase.SPEC);
    assertThat(cron.value("configmap/dfc-nightly-spec", ".data.spec\\.json"))
        .contains("\"source\"")
        .doesNotContain("schedule");
    var pod = ".spec.jobTemplate.spec.template.spec";
    assertThat(cron.value("cronjob/dfc-nightly", pod + ".containers[0].env"))
        .contains("dfc-nightly-checkpoint");
    assertThat(cron.value("cronjob/dfc-nightly", pod + ".restartPolicy")).isEqualTo("Never");
    assertThat(cron.value("cronjob/dfc-nightly", ".spec.concurrencyPolicy")).isEqualTo("Forbid");
    assertThat(cron.value("role/dfc-nightly-processor", ".rules[0].resourceNames[0]"))
        .isEqualTo("dfc-nightly-checkpoint");
  }

  @Test
  void whatIsSuspendedStartsNoRunsByItself() {
    cron.ready(CronCase.SPEC + "suspend: true\n").untilPhase("Suspended");
    assertThat(cron.value("cronjob/dfc-nightly", ".spec.suspend")).isEqualTo("true");
    cron.run("by-hand").untilPhase("Completed");
    assertThat(cron.status("message")).endsWith("No run starts by itself: it is suspended");
    cron.apply(CronCase.SPEC + "maintenance: {suspended: true}\n");
    cron.until("the pause", () -> cron.status("maintenanceStatus.suspended").equals("true"));
    assertThat(cron.value("cronjob/dfc-nightly", ".spec.suspend")).isEqualTo("true");
  }

  @Test
  void aRunThatNobodyWantsToKeepGoesWithItsTriggers() {
    cron.ready(triggers("exit 0") + "successfulJobsHistoryLimit: 0\n").run("by-hand");
    cron.untilPhase("Completed");
    cron.until(
        "the end of its Jobs",
        () -> cron.children().stream().noneMatch(it -> it.startsWith("job.")));
    assertThat(cron.status("runs[0].result")).isEqualTo("Completed");
    assertThat(cron.status("phase")).isEqualTo("Completed");
  }

  @Test
  void deletionInTheMiddleOfARunLeavesNothing() {
    cron.ready(triggers("exit 0").replace("topic: orders", "topic: endless")).run("by-hand");
    cron.untilPhase("Running");
    assertThat(cron.status("activeJobName")).isEqualTo("by-hand");
    cron.until("the pod", () -> cron.value("pod", ".items[0].status.phase").equals("Running"));
    cron.delete();
    assertThat(cron.children()).isEmpty();
    assertThat(cron.kubectl("get", "pod", "-o", "name")).isEmpty();
  }

  @Test
  void aSecretThatChangesIsWhatTheNextRunGets() {
    var secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: shop, namespace: %s}
        data: {url: %s}
        """;
    Clusters.shared().apply(secret.formatted(cron.namespace(), "YW5vdGhlcg=="));
    var spec =
        CronCase.SPEC.replace(
            "connectionString: \"postgres://db/shop\"",
            "connectionStringSecretRef: {name: shop, key: url}");
    cron.ready(spec.replace("topic: orders", "topic: endless")).run("first").untilPhase("Running");
    var key = cron.namespace() + "\\.shop\\.url";
    assertThat(cron.value("secret/dfc-nightly-secrets", ".data." + key)).isEqualTo("YW5vdGhlcg==");
    Clusters.shared().apply(secret.formatted(cron.namespace(), "bmV3ZXI="));
    cron.until(
        "the new value",
        () -> cron.value("secret/dfc-nightly-secrets", ".data." + key).equals("bmV3ZXI="));
    assertThat(cron.status("phase")).isEqualTo("Running");
    assertThat(cron.value("job/first", ".status.active")).isEqualTo("1");
    cron.delete();
  }

  @Test
  void aFlowMayHaveTheSameName() {
    cron.ready(CronCase.SPEC);
    var flow =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: nightly, namespace: %s}
        spec:
        """
            .formatted(cron.namespace());
    var spec = CronCase.SPEC.lines().skip(1).reduce("", (a, b) -> a + b + "\n");
    Clusters.shared().apply(flow + spec.indent(2));
    cron.until("the flow", () -> cron.answer("get", "deployment", "df-nightly").succeeded());
    cron.run("by-hand").untilPhase("Completed");
    cron.delete();
    assertThat(cron.value("configmap/df-nightly-checkpoint", ".metadata.name")).isNotEmpty();
    assertThat(cron.value("dataflow/nightly", ".status.processors[*].pod"))
        .doesNotContain("by-hand");
    cron.kubectl("delete", "dataflow", "nightly", "--timeout=90s");
  }

  @Test
  void aWrongSpecIsSaid() {
    cron.apply(CronCase.SPEC.replace("0 3 29 2 *", "0 3 * * 7")).untilPhase("Error");
    assertThat(cron.status("message")).contains("`7` is no day of the week");
    cron.delete();
  }

  @Test
  void podsOfTriggersHaveNeitherTokenNorSecrets() {
    cron.ready(triggers("exit 0")).run("by-hand").untilPhase("Completed");
    var pod = "job/dfc-nightly-" + cron.status("currentRunID") + "-trigger-0";
    var spec = ".spec.template.spec";
    assertThat(cron.value(pod, spec + ".automountServiceAccountToken")).isEqualTo("false");
    assertThat(cron.value(pod, spec + ".volumes")).isEmpty();
    assertThat(cron.value(pod, ".spec.backoffLimit")).isEqualTo("0");
    assertThat(cron.value(pod, spec + ".securityContext.runAsNonRoot")).isEqualTo("true");
  }
}
