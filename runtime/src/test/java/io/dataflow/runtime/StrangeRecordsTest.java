package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// Records as nobody would send them on purpose: none is lost, none stops the others.
class StrangeRecordsTest {
  private static final int LONG = 8 << 20;

  private final Topic in = Topic.fresh(1);
  private final TestTable out = TestTable.fresh("id numeric, note text, doc jsonb");

  private final List<byte[]> good =
      List.of(
          bytes("{\"id\":1,\"note\":\"" + "x".repeat(LONG) + "\"}"),
          bytes("{\"id\":2,\"doc\":" + "[".repeat(500) + "]".repeat(500) + "}"),
          bytes("{\"id\":123456789012345678901234567890.123456789}"),
          bytes("{\"id\":3,\"note\":\"first\",\"note\":\"last\"}"),
          bytes(" {\"id\" : 4 , \"note\":\"\\ud83d\\ude00\"} "));

  private final List<byte[]> bad =
      List.of(
          bytes("order 17, paid"),
          bytes(""),
          bytes("[1,2]"),
          bytes("{\"id\":5,\"note\":\"a\\u0000b\"}"),
          bytes("{\"id\":6,\"note\":\"\\ud83d\"}"),
          bytes("{\"id\":7,\"doc\":{\"k\":\"\\u0000\"}}"),
          bytes("{\"id\":8,\"doc\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
          bytes("{\"id\":9,\"colour\":\"red\"}"),
          new byte[] {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
          new byte[] {0, 1, 2, (byte) 0xFF});

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String flow(String errors) {
    return """
    source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
    transformations: [{type: mask, config: {fields: [secret]}}]
    sink: {type: postgresql, config: %s}
    errors: %s
    """
        .formatted(Topic.brokers(), in.name(), in.name(), out.config(), errors);
  }

  private FlowRunner run(String errors) throws InterruptedException {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int i = 0; i < Math.max(good.size(), bad.size()); i++) {
      for (var from : List.of(good, bad)) {
        if (i < from.size()) {
          records.add(new ProducerRecord<>(in.name(), from.get(i)));
        }
      }
    }
    records.add(new ProducerRecord<>(in.name(), null));
    in.send(records);
    var run = TestFlow.runUntilIdle(flow(errors));
    assertThat(run.failure()).isEmpty();
    assertThat(out.column("trim_scale(id)"))
        .containsExactly("1", "123456789012345678901234567890.123456789", "2", "3", "4");
    assertThat(out.column("left(note, 8)")).contains("xxxxxxxx", "last", "😀");
    assertThat(run.counters().acknowledged()).isEqualTo(records.size());
    return run;
  }

  @Test
  void areInTheTableOrInTheErrorTable() throws InterruptedException {
    var errors = TestTable.fresh("error jsonb, original_message jsonb");
    run("{type: postgresql, config: %s}".formatted(errors.config()));
    assertThat(errors.count()).isEqualTo(bad.size() + 1);
    assertThat(errors.column("error->>'message'"))
        .contains("the body is empty")
        .anyMatch(reason -> reason.contains("U+0000"))
        .anyMatch(reason -> reason.contains("has no column `colour`"))
        .anyMatch(reason -> reason.contains("not UTF-8"));
    assertThat(errors.column("original_message->>'original_data_base64'")).contains("AAEC/w==");
  }

  @Test
  void areInTheTableOrInTheErrorTopic() throws InterruptedException {
    var errors = Topic.fresh(1);
    run(
        "{type: kafka, config: {brokers: [%s], topic: %s}}"
            .formatted(Topic.brokers(), errors.name()));
    assertThat(errors.values())
        .hasSize(bad.size() + 1)
        .anyMatch(
            envelope ->
                envelope.contains("\"original_message\":{\"id\":5,\"note\":\"a\\u0000b\"}"));
  }
}
