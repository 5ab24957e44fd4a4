package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A flow that is asked to read everything once more does so, and once.
class ResetTest {
  private final Flow flow = WholeSystem.freshFlow();
  private final Database database = Database.fresh().withSource().withSink();

  /// Rows come, and the flow keeps where it is.
  private void untilSaved(long rows, long position) {
    flow.until("the rows", () -> database.rows() == rows);
    flow.untilSettled();
    flow.until("the position", () -> checkpoint().contains(":" + position + "}"));
  }

  private String checkpoint() {
    return flow.kubectl(
            "get", "configmap", "df-orders-checkpoint", "-o", "jsonpath={.data.checkpoint\\.json}")
        .replaceAll("\\s", "");
  }

  private String value(String path) {
    return flow.kubectl("get", "dataflow", "orders", "-o", "jsonpath={" + path + "}");
  }

  @Test
  void startsOverOnceForAFlagAndOnceForAnAnnotation() {
    database.add(50);
    flow.apply(TableFlow.spec(database, ""));
    untilSaved(50, 50);

    flow.apply(TableFlow.spec(database, "checkpointReset: true\n"));
    untilSaved(100, 50);
    assertThat(value(".spec.checkpointReset")).isEqualTo("false");
    var pod = flow.pod();
    WholeSystem.shared().kubelet().kill(flow.namespace(), pod);
    database.add(10);
    untilSaved(110, 60);

    flow.kubectl("annotate", "dataflow", "orders", "dataflow.dataflow.io/reset-checkpoint=true");
    untilSaved(170, 60);
    assertThat(value(".metadata.annotations")).doesNotContain("reset-checkpoint\"");
    flow.kubectl("delete", "pod", flow.pod());
    database.add(10);
    untilSaved(180, 70);
    assertThat(flow.pod()).isNotEqualTo(pod);
    assertThat(flow.kubectl("get", "replicasets", "-o", "name").lines()).hasSize(3);
  }
}
