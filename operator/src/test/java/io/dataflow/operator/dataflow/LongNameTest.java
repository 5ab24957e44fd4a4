package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A flow whose name is too long for its children was taken by an older definition, which knew no
/// such rule.
class LongNameTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String NAME = "orders".repeat(10);
  private static final Path CRD =
      Path.of("../helm/dataflow-operator/files/dataflows.dataflow.dataflow.io.yaml");

  private final FlowCase flow = FlowCase.fresh();

  private boolean isTaken(String name, String... more) {
    var manifest =
        "{apiVersion: dataflow.dataflow.io/v1, kind: DataFlow, metadata: {name: %s, namespace: %s, finalizers: [dataflow.dataflow.io/finalizer]}, spec: {%s}}"
            .formatted(
                name,
                flow.namespace(),
                """
                source: {type: kafka, config: {brokers: [kafka:9092], topic: orders}},
                sink: {type: kafka, config: {brokers: [kafka:9092], topic: others}}
                """);
    return Clusters.shared()
        .kubectlWithInput(manifest, more.length == 0 ? new String[] {"apply", "-f", "-"} : more)
        .succeeded();
  }

  private void takeIt() throws IOException {
    var rule = "self.size() <= 50";
    var without = Files.readString(CRD).replace(rule, "true");
    assertThat(without).doesNotContain(rule);
    OperatorRun.installCrd();
    Clusters.shared()
        .kubectlWithInput(without, "apply", "--server-side", "--force-conflicts", "-f", "-")
        .orThrow();
    try {
      Await.until("the flow to be taken", LIMIT, () -> isTaken(NAME));
    } finally {
      OperatorRun.installCrd();
    }
    Await.until(
        "the rule", LIMIT, () -> !isTaken(NAME + "-too", "apply", "--dry-run=server", "-f", "-"));
  }

  @Test
  void itSaysSoAndCanBeDeleted() throws IOException {
    takeIt();
    try (var operator = OperatorRun.start()) {
      Await.until(
          "the message",
          LIMIT,
          () -> flow.value("dataflow/" + NAME, ".status.message").contains("metadata.name"));
      assertThat(flow.value("dataflow/" + NAME, ".status.phase")).isEqualTo("Error");
      assertThat(flow.children()).isEmpty();
      flow.kubectl("delete", "dataflow", NAME, "--timeout=30s");
    }
  }
}
