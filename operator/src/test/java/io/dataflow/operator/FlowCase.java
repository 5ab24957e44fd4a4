package io.dataflow.operator;

import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.CommandResult;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A flow called `orders` in a namespace of its own, and what kubectl shows of it.
public record FlowCase(String namespace) {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /// The kinds of a flow's children, for kubectl.
  public static final String CHILDREN =
      "deployment,configmap,secret,serviceaccount,role,rolebinding";

  /// From Kafka to PostgreSQL.
  public static final String KAFKA =
      """
      source:
        type: kafka
        config: {brokers: [kafka:9092], topic: orders}
      sink:
        type: postgresql
        config: {connectionString: "postgres://db/shop", table: orders}
      """;

  /// From PostgreSQL to Kafka: it keeps a position.
  public static final String TABLE =
      """
      source:
        type: postgresql
        config: {connectionString: "postgres://db/shop", table: orders}
      sink:
        type: kafka
        config: {brokers: [kafka:9092], topic: orders}
      """;

  /// A fresh namespace without a flow.
  public static FlowCase fresh() {
    return new FlowCase(Clusters.freshNamespace());
  }

  /// Applies the flow with this spec.
  public FlowCase apply(String spec) {
    tryToApply(spec).orThrow();
    return this;
  }

  /// The same, whether it is taken or not.
  public CommandResult tryToApply(String spec) {
    var manifest =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: orders, namespace: %s}
        spec:
        """
            .formatted(namespace);
    return Clusters.shared().kubectlWithInput(manifest + spec.indent(2), "apply", "-f", "-");
  }

  /// Creates a Secret, or changes it.
  public void secret(String name, String key, String value) {
    Clusters.shared()
        .apply(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: %s, namespace: %s}
            stringData: {%s: "%s"}
            """
                .formatted(name, namespace, key, value));
  }

  /// Runs kubectl in the namespace and returns what it writes.
  public String kubectl(String... words) {
    return answer(words).orThrow();
  }

  /// The same, whether it succeeds or not.
  public CommandResult answer(String... words) {
    var command = new ArrayList<>(List.of("-n", namespace));
    command.addAll(List.of(words));
    return Clusters.shared().kubectl(command.toArray(String[]::new));
  }

  /// The names of all that the flow owns, `kind/name`.
  public List<String> children() {
    return kubectl("get", CHILDREN, "-l", "dataflow.dataflow.io/owned=true", "-o", "name")
        .lines()
        .toList();
  }

  /// A value of an object by its JSON path, empty where there is none.
  public String value(String object, String path) {
    return answer("get", object, "-o", "jsonpath={" + path + "}").output();
  }

  /// A field of the flow's status.
  public String status(String field) {
    return value("dataflow/orders", ".status." + field);
  }

  /// The status of one of the flow's conditions: `True`, `False` or nothing.
  public String condition(String type) {
    return value("dataflow/orders", ".status.conditions[?(@.type==\"" + type + "\")].status");
  }

  /// `reason: message` of the flow's events.
  public List<String> events() {
    return kubectl(
            "get",
            "events",
            "-o",
            "jsonpath={range .items[?(@.involvedObject.kind==\"DataFlow\")]}{.reason}:"
                + " {.message}{\"\\n"
                + "\"}{end}")
        .lines()
        .toList();
  }

  /// Waits until something holds.
  public void until(String what, BooleanSupplier condition) {
    Await.until(what + " of " + namespace + "/orders", LIMIT, condition::getAsBoolean);
  }

  /// Deletes the flow and waits until it is gone.
  public void delete() {
    kubectl("delete", "dataflow", "orders", "--timeout=90s");
  }
}
