package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// What a topic's retention deletes while the flow rests is not passed over in silence.
class RetentionTest {
  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);

  @Test
  void whatIsGoneIsCountedAndTheRestIsRead() throws Exception {
    var flow =
        """
        source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
        sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
        """
            .formatted(Topic.brokers(), in.name(), out.name());
    in.send("1", "2");
    TestFlow.runUntilIdle(flow);
    in.send("3", "4", "5", "6");
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", Topic.brokers()))) {
      var before = RecordsToDelete.beforeOffset(5);
      admin.deleteRecords(Map.of(new TopicPartition(in.name(), 0), before)).all().get();
    }
    try (var run = TestFlow.start(flow)) {
      TestFlow.await(() -> run.counters().acknowledged() == 1);
      assertThat(Http.get(run.port(), "/metrics"))
          .contains("dataflow_source_messages_missed{name=\"flow\",namespace=\"test\"} 3.0");
    }
    assertThat(out.values()).containsExactly("1", "2", "6");
  }
}
