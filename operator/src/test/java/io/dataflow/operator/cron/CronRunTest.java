package io.dataflow.operator.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Folder;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Runs and their triggers, by the real controllers of Kubernetes.
class CronRunTest {
  private static final Folder FOLDER = Folder.temporary("cron-runs");

  private static CronOperator system;

  private final CronCase cron = CronCase.fresh();

  @BeforeAll
  static void start() {
    system = CronOperator.start();
  }

  @AfterAll
  static void end() {
    system.close();
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
    assertThat(system.operator().metrics())
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
