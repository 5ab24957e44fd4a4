package io.dataflow.operator.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.cluster.Clusters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a flow on a schedule becomes, how it changes, and its end.
class CronLifecycleTest {
  private static CronOperator system;

  private final CronCase cron = CronCase.fresh();

  @BeforeAll
  static void start() {
    system = CronOperator.start();
  }

  @AfterAll
  static void end() {
    system.close();
  }

  @Test
  void theProcessorReadsTheFlowAloneAndKeepsItsPositionApart() {
    cron.ready(CronCase.SPEC);
    assertThat(cron.value("configmap/dfc-nightly-spec", ".data.spec\\.json"))
        .contains("\"source\"")
        .doesNotContain("schedule");
    var pod = ".spec.jobTemplate.spec.template.spec";
    assertThat(cron.value("cronjob/dfc-nightly", pod + ".containers[0].command"))
        .contains("--name=nightly", "--kind=DataFlowCron");
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
  void deletionInTheMiddleOfARunLeavesNothing() {
    cron.ready(CronCase.SPEC.replace("topic: orders", "topic: endless")).run("by-hand");
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
    Clusters.shared().apply(secret.formatted(cron.namespace(), "cG9zdGdyZXM6Ly9kYi9vbmU="));
    var spec =
        CronCase.SPEC.replace(
            "connectionString: \"postgres://db/shop\"",
            "connectionStringSecretRef: {name: shop, key: url}");
    cron.ready(spec.replace("topic: orders", "topic: endless")).run("first").untilPhase("Running");
    var key = cron.namespace() + "\\.shop\\.url";
    assertThat(cron.value("secret/dfc-nightly-secrets", ".data." + key))
        .isEqualTo("cG9zdGdyZXM6Ly9kYi9vbmU=");
    var hashKey = cron.value("secret/dfc-nightly-secrets", ".data._hash-key");
    assertThat(hashKey).isNotEmpty();
    Clusters.shared().apply(secret.formatted(cron.namespace(), "cG9zdGdyZXM6Ly9kYi90d28="));
    cron.until(
        "the new value",
        () ->
            cron.value("secret/dfc-nightly-secrets", ".data." + key)
                .equals("cG9zdGdyZXM6Ly9kYi90d28="));
    assertThat(cron.value("secret/dfc-nightly-secrets", ".data._hash-key")).isEqualTo(hashKey);
    assertThat(cron.status("phase")).isEqualTo("Running");
    assertThat(cron.value("job/first", ".status.active")).isEqualTo("1");
    cron.delete();
  }

  @Test
  void aResetIsAskedForOnceAndReachesTheNextRun() {
    cron.ready(CronCase.SPEC);
    cron.kubectl("annotate", "dfc", "nightly", "dataflow.dataflow.io/reset-checkpoint=true");
    var env = ".spec.jobTemplate.spec.template.spec.containers[0].env";
    cron.until(
        "the reset", () -> cron.value("cronjob/dfc-nightly", env).contains("CHECKPOINT_RESET"));
    cron.until(
        "that it is taken back",
        () ->
            !cron.value("dfc/nightly", ".metadata.annotations")
                .contains("io/reset-checkpoint\":\"true"));
    assertThat(cron.value("cronjob/dfc-nightly", env)).contains("CHECKPOINT_RESET");
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
}
