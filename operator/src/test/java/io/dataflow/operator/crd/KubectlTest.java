package io.dataflow.operator.crd;

import static io.dataflow.operator.crd.FlowServer.PLANE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person sees of a flow with kubectl alone.
class KubectlTest {
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: orders}
      spec:
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
        sink: {type: postgresql, config: {connectionString: "postgres://db/shop", table: orders}}
      """;

  private static String namespace;

  @BeforeAll
  static void applyAFlow() {
    FlowServer.definition(FlowServer.FLOW);
    namespace = PLANE.freshNamespace();
    apply(FLOW).orThrow();
  }

  private static io.dataflow.testbed.cluster.CommandResult apply(String manifest) {
    return PLANE.kubectlWithInput(manifest, "apply", "-n", namespace, "-f", "-");
  }

  private static String kubectl(String... words) {
    return PLANE.kubectl(words).orThrow();
  }

  @Test
  void showsWhatMatters() {
    assertThat(kubectl("get", "df", "-n", namespace).lines().map(line -> line.split(" {2,}")))
        .first()
        .isEqualTo(new String[] {"NAME", "PHASE", "SOURCE", "SINK", "PROCESSED", "ERRORS", "AGE"});
    assertThat(kubectl("get", "df", "-n", namespace, "-o", "wide"))
        .contains("MESSAGE", "LAST PROCESSED", "REPLICAS", "GUARANTEE", "kafka", "postgresql");
    assertThat(kubectl("get", "all", "-n", namespace))
        .contains("dataflow.dataflow.dataflow.io/orders");
  }

  @Test
  void explainsASink() {
    Await.until(
        "the API server to know how to explain the kind",
        Duration.ofSeconds(60),
        () -> PLANE.kubectl("explain", "dataflow.spec.sink").succeeded());
    assertThat(kubectl("explain", "dataflow.spec.sink"))
        .contains("The main destination.", "type: postgresql", "table: public.orders", "config");
    assertThat(kubectl("explain", "dataflow.spec.source.config.pollInterval"))
        .contains("<integer>", "Of `postgresql`, `trino`.", "Default: `5`.");
  }

  @Test
  void namesUnknownKeys() {
    var answer = apply(FLOW.replace("table: orders", "table: orders, tabel: orders"));
    assertThat(answer.succeeded()).isFalse();
    assertThat(answer.errors()).contains("unknown field \"spec.sink.config.tabel\"");
  }

  @Test
  void namesAllKeysOfAnotherType() {
    var answer =
        apply(FLOW.replace("table: orders", "table: orders, compression: zstd, topic: orders"));
    assertThat(answer.errors())
        .contains(
            "spec.sink.config: Invalid value: unknown keys for type `postgresql`:"
                + " `topic` `compression`; only `kafka` has them. Remove them.");
  }

  @Test
  void saysWhatThisVersionLacks() {
    var answer = apply(FLOW.replace("type: postgresql", "type: nessie"));
    assertThat(answer.errors())
        .contains(
            "spec.sink.type",
            "`nessie` is not in this version yet. There are `kafka`, `postgresql`, `clickhouse`,"
                + " `trino`, `camel`, `kamelet`, `template`.");
  }

  @Test
  void scales() {
    kubectl("scale", "df/orders", "--replicas=3", "-n", namespace);
    assertThat(kubectl("get", "df/orders", "-n", namespace, "-o", "jsonpath={.spec.replicas}"))
        .isEqualTo("3");
  }

  @Test
  void keepsTheFlowWhenItIsAppliedAgain() {
    var again = FLOW.replace("metadata: {name: orders}", "metadata: {name: twice}");
    apply(again).orThrow();
    assertThat(apply(again).orThrow()).contains("unchanged");
    assertThat(kubectl("get", "df/twice", "-n", namespace, "-o", "jsonpath={.metadata.generation}"))
        .isEqualTo("1");
  }
}
