package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import io.dataflow.testbed.server.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Runs on a schedule whose operator is killed right after each single write that a run takes:
/// every trigger has run once, and in its turn.
class CronCutPointTest {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration QUIET = Duration.ofMillis(1000);
  private static final int MOST = 40;
  private static final Folder FOLDER = Folder.temporary("cron-cuts");

  private final CronSystem system = CronSystem.shared();
  private final String namespace = system.plane().freshNamespace();

  @AfterAll
  static void end() {
    FOLDER.deleteIfTemporary();
  }

  private String kubectl(String... words) {
    var command = new ArrayList<>(List.of("-n", namespace));
    command.addAll(List.of(words));
    return system.plane().kubectl(command.toArray(String[]::new)).orThrow();
  }

  private void until(String what, Await.Condition condition) {
    try {
      Await.until(what, LIMIT, condition);
    } catch (RuntimeException late) {
      throw new AssertionError(
          late.getMessage() + "\n" + kubectl("get", "dfc,job", "-o", "yaml"), late);
    }
  }

  /// Makes a flow whose two triggers write down their run and their place.
  private void apply(String name, String schedule) {
    var write = "echo $DATAFLOW_RUN_ID $DATAFLOW_TRIGGER_INDEX >> " + FOLDER.file(namespace);
    system
        .plane()
        .apply(
            """
            apiVersion: dataflow.dataflow.io/v1
            kind: DataFlowCron
            metadata: {name: %1$s, namespace: %2$s}
            spec:
              schedule: "%3$s"
              successfulJobsHistoryLimit: 100
              source:
                type: postgresql
                config: {connectionString: "postgres://db/shop", table: orders}
              sink:
                type: kafka
                config: {brokers: [kafka:9092], topic: orders}
              triggers:
                - {image: any, command: [/bin/sh, -c, '%4$s']}
                - {image: any, command: [/bin/sh, -c, '%4$s']}
            """
                .formatted(name, namespace, schedule, write));
    until("the CronJob", () -> kubectl("get", "cronjob", "-o", "name").contains("dfc-" + name));
  }

  private String result(String job) {
    return kubectl(
        "get", "dfc", "-o", "jsonpath={.items[*].status.runs[?(@.job==\"" + job + "\")].result}");
  }

  private String id(String job) {
    return kubectl(
        "get", "dfc", "-o", "jsonpath={.items[*].status.runs[?(@.job==\"" + job + "\")].id}");
  }

  private boolean isQuiet() {
    return system.proxy().isQuietFor(QUIET);
  }

  private static List<String> written(String file) {
    try {
      return Files.readAllLines(FOLDER.file(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void afterEachWriteOfARunItIsKilledAndEachTriggerHasRunOnce() {
    apply("cut", "0 3 29 2 *");
    until("rest", this::isQuiet);
    int cuts = 0;
    boolean more = true;
    for (int after = 1; more && after < MOST; after++) {
      var job = "run-" + after;
      system.proxy().arm(after, system.operator()::kill);
      kubectl("create", "job", job, "--from=cronjob/dfc-cut");
      until(
          "the cut or the end",
          () -> system.proxy().isCut() || result(job).equals("Completed") && isQuiet());
      more = system.proxy().isCut();
      system.proxy().disarm();
      system.operator().start();
      until("the end after write " + after, () -> result(job).equals("Completed") && isQuiet());
      var id = id(job);
      assertThat(written(namespace).stream().filter(line -> line.startsWith(id)))
          .as("killed after write " + after)
          .containsExactly(id + " 0", id + " 1");
      cuts += more ? 1 : 0;
    }
    System.out.println("cut after each of " + cuts + " writes of a run");
    assertThat(cuts).isBetween(8, MOST - 2);
    assertThat(written(namespace)).hasSize(2 * (cuts + 1));
  }

  @Test
  void theScheduleItselfStartsARun() {
    apply("minutely", "* * * * *");
    until(
        "a run",
        () -> kubectl("get", "dfc", "minutely", "-o", "yaml").contains("phase: Completed"));
    kubectl("patch", "dfc", "minutely", "--type=merge", "-p", "{\"spec\":{\"suspend\":true}}");
    assertThat(kubectl("get", "dfc", "minutely", "-o", "jsonpath={.status.lastScheduleTime}"))
        .isNotEmpty();
    assertThat(written(namespace)).hasSizeBetween(2, 4);
    kubectl("delete", "dfc", "minutely", "--timeout=90s");
    assertThat(kubectl("get", "cronjob,job,configmap", "-l", "dataflow.dataflow.io/dataflow-cron"))
        .isEmpty();
  }
}
