package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A password that stands in a flow, however wrongly, is never repeated to anybody.
class CanaryTest {
  private static final String CANARY = "hunter2";
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: orders}
      spec:
        replicas: -1
        source:
          type: kafka
          config:
            {brokers: ['k:9092'], topic: t, sasl: {username: u, password: [hunter2], hunter: 2}}
        sink:
          type: postgresql
          config:
            table: t
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connectionString: mysql://u:hunter2@db/x",
        "connectionString: hunter2",
        "connectionString: [hunter2]",
        "connectionString: {password: hunter2}",
        "connectionString: postgres://u:hunter2@db/x",
        "connectionString: \"hunter2\\u0001\\uD83D\\uDE80\"",
        "connectionStringSecretRef: postgres://u:hunter2@db/x",
        "connectionStringSecretRef: {name: 5, key: [hunter2]}",
        "upsertMode: [hunter2]",
      })
  void isNeverShown(String line) throws Exception {
    var review = ReviewText.create(FLOW + "      " + line + "\n");
    var request = AdmissionRequest.read(review.toString().getBytes());
    assertThat(request.object().toString()).contains(CANARY);
    var response = AdmissionResponses.to(request, AdmissionDecision.on(request)).getResponse();
    assertThat(response.getAllowed()).isFalse();
    assertThat(response.toString()).contains("spec.replicas").doesNotContain(CANARY);
  }
}
