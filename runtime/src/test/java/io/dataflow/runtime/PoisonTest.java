package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PoisonTest {
  private static final int RECORDS = 10_000;
  private static final int POISON = 6_283;

  @Test
  void oneBadRowInTenThousandCostsItselfAlone() throws InterruptedException {
    var in = Topic.fresh(1);
    var out = TestTable.fresh("id int PRIMARY KEY, total numeric CHECK (total >= 0)");
    var errors = TestTable.fresh("error jsonb, original_message jsonb");
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int id = 0; id < RECORDS; id++) {
      var total = id == POISON ? "-1" : "12.50";
      var body = "{\"id\":%d,\"total\":%s}".formatted(id, total);
      records.add(new ProducerRecord<>(in.name(), Topic.bytes(body)));
    }
    in.send(records);
    var run =
        TestFlow.runUntilIdle(
            """
            source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
            sink: {type: postgresql, config: %s}
            errors: {type: postgresql, config: %s}
            """
                .formatted(Topic.brokers(), in.name(), in.name(), out.config(), errors.config()));
    assertThat(run.failure()).isEmpty();
    assertThat(out.count()).isEqualTo(RECORDS - 1);
    assertThat(errors.column("original_message"))
        .containsExactly("{\"id\": " + POISON + ", \"total\": -1}");
    assertThat(errors.column("error->>'message'").getFirst()).contains("total_check");
    assertThat(errors.column("error->'metadata'->>'offset'")).containsExactly("" + POISON);
  }
}
