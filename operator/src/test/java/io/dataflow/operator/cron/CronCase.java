package io.dataflow.operator.cron;

import io.dataflow.operator.cron.run.CronName;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.CommandResult;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A flow on a schedule called `nightly` in a namespace of its own, and what kubectl shows of it.
record CronCase(String namespace) {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /// The kinds of its children, for kubectl.
  private static final String CHILDREN =
      "cronjob,job,configmap,secret,serviceaccount,role,rolebinding";

  /// From PostgreSQL to Kafka, at a time that no test meets.
  static final String SPEC =
      """
      schedule: "0 3 29 2 *"
      source:
        type: postgresql
        config: {connectionString: "postgres://db/shop", table: orders}
      sink:
        type: kafka
        config: {brokers: [kafka:9092], topic: orders}
      """;

  static CronCase fresh() {
    return new CronCase(Clusters.freshNamespace());
  }

  CronCase apply(String spec) {
    tryToApply(spec).orThrow();
    return this;
  }

  CommandResult tryToApply(String spec) {
    var manifest =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlowCron
        metadata: {name: nightly, namespace: %s}
        spec:
        """
            .formatted(namespace);
    return Clusters.shared().kubectlWithInput(manifest + spec.indent(2), "apply", "-f", "-");
  }

  /// Applies it and waits for its CronJob.
  CronCase ready(String spec) {
    apply(spec);
    until("the CronJob", () -> answer("get", "cronjob", "dfc-nightly").succeeded());
    return this;
  }

  /// Starts a run by hand.
  CronCase run(String job) {
    kubectl("create", "job", job, "--from=cronjob/dfc-nightly");
    return this;
  }

  String kubectl(String... words) {
    return answer(words).orThrow();
  }

  CommandResult answer(String... words) {
    var command = new ArrayList<>(List.of("-n", namespace));
    command.addAll(List.of(words));
    return Clusters.shared().kubectl(command.toArray(String[]::new));
  }

  /// The names of all that it owns, `kind/name`.
  List<String> children() {
    return kubectl("get", CHILDREN, "-l", CronName.CRON_LABEL + "=nightly", "-o", "name")
        .lines()
        .toList();
  }

  /// A value of an object by its JSON path, empty where there is none.
  String value(String object, String path) {
    return answer("get", object, "-o", "jsonpath={" + path + "}").output();
  }

  String status(String field) {
    return value("dataflowcron/nightly", ".status." + field);
  }

  /// Waits until the newest run is in this phase.
  CronCase untilPhase(String phase) {
    until(phase, () -> status("phase").equals(phase));
    return this;
  }

  /// The reasons of its events.
  List<String> events() {
    return kubectl(
            "get",
            "events",
            "-o",
            "jsonpath={range .items[?(@.involvedObject.kind==\"DataFlowCron\")]}{.reason}{\"\\n"
                + "\"}{end}")
        .lines()
        .toList();
  }

  void until(String what, BooleanSupplier condition) {
    try {
      Await.until(what + " of " + namespace + "/nightly", LIMIT, condition::getAsBoolean);
    } catch (RuntimeException late) {
      var shown = answer("get", "dataflowcron,cronjob,job,pod", "-o", "yaml").output();
      throw new AssertionError(late.getMessage() + "\n" + shown, late);
    }
  }

  void delete() {
    kubectl("delete", "dataflowcron", "nightly", "--timeout=90s");
  }
}
