package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaToKafkaTest {
  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);
  private final Topic errors = Topic.fresh(1);

  private String flow(String more) {
    return """
        source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
        sink: {type: kafka, config: {brokers: [%s], topic: %s}}
        %s
        """
        .formatted(Topic.brokers(), in.name(), in.name(), Topic.brokers(), out.name(), more);
  }

  @Test
  void aFlowWithoutStepsMovesBytes() throws InterruptedException {
    in.send("{\"a\": 1.00}", "not json", "");
    var run = TestFlow.runUntilIdle(flow(""));
    assertThat(run.failure()).isEmpty();
    assertThat(out.values()).containsExactly("{\"a\": 1.00}", "not json", "");
  }
}
