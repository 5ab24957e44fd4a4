package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberNameTest {
  private static final Map<String, String> POD =
      Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "HOSTNAME", "df-orders-7d9c-x2x4p");

  @Test
  void aPodIsCalledByItsOwnName() {
    assertThat(MemberName.ofPod(POD, "shop")).contains("shop.df-orders-7d9c-x2x4p");
  }

  @Test
  void aContainerOutsideOfAClusterHasNone() {
    assertThat(MemberName.ofPod(Map.of("HOSTNAME", "desk"), "shop")).isEmpty();
  }

  @Test
  void theEnvironmentMayGiveOne() {
    assertThat(MemberName.ofPod(Map.of("GROUP_INSTANCE_ID", " orders-0 "), ""))
        .contains("orders-0");
    assertThat(MemberName.ofPod(Map.of("GROUP_INSTANCE_ID", "no name"), "")).isEmpty();
  }

  @Test
  void whatAPersonRunsIsCalledByTheFlowUnlessItIsToRunSeveralTimes() {
    assertThat(MemberName.ofRun(flow("orders", 1))).contains("run.default.orders");
    assertThat(MemberName.ofRun(flow("orders", 2))).isEmpty();
  }

  private static DataFlow flow(String name, int replicas) {
    var yaml =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: %s, namespace: default}
        spec:
          source: {type: kafka, config: {brokers: ['b:9092'], topic: t}}
          sink: {type: kafka, config: {brokers: ['b:9092'], topic: u}}
          replicas: %d
        """
            .formatted(name, replicas);
    return switch (Manifest.parse(yaml).bind(Secrets.none())) {
      case Reading.Valid valid -> valid.flow();
      case Reading.Invalid invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }
}
