package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.sink.KafkaWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The Kafka sink by itself: what it writes, and what it leaves for later.
class KafkaSinkTest {
  private static final String LONG = "{\"x\":\"" + Topic.noise(4000) + "\"}";

  private final List<Rejected> rejected = new ArrayList<>();

  private static KafkaWriter writer(String brokers, String topic, String more) {
    var spec =
        TestFlow.spec(
            """
            source: {type: kafka, config: {brokers: [%s], topic: in}}
            sink: {type: kafka, config: {brokers: ['%s'], topic: %s}}
            %s
            """
                .formatted(Topic.brokers(), brokers, topic, more));
    return new KafkaWriter(
        (KafkaSink) spec.sink(), new SinkContext("test/flow", spec, "sink:main"));
  }

  private List<Message> write(Topic topic, String more, Message... messages)
      throws UnavailableException {
    var pending = new ArrayList<>(List.of(messages));
    try (var writer = writer(Topic.brokers(), topic.name(), more)) {
      writer.open();
      writer.write(pending, rejected, Mark.none());
    }
    return pending;
  }

  private static String errors() {
    return "errors: {type: kafka, config: {brokers: [%s], topic: e}}".formatted(Topic.brokers());
  }

  private static Message message(String body) {
    return new Message(Topic.bytes(body), Metadata.of(Map.of()));
  }

  @Test
  void withAnErrorSinkARefusedRecordCostsItselfAndOrderStays() throws Exception {
    var narrow = Topic.ofSmallRecords(1000);
    var left = write(narrow, errors(), message("1"), message(LONG), message("2"), message(LONG));
    assertThat(left).isEmpty();
    assertThat(narrow.values()).containsExactly("1", "2");
    assertThat(rejected).extracting(Rejected::stage).containsOnly("sink:main").hasSize(2);
  }

  @Test
  void withoutAnErrorSinkNothingBehindTheFirstRefusedRecordIsWritten() throws Exception {
    var narrow = Topic.ofSmallRecords(1000);
    var before = IntStream.range(0, 500).mapToObj(String::valueOf).toList();
    var messages = new ArrayList<>(before.stream().map(KafkaSinkTest::message).toList());
    messages.add(message(LONG));
    messages.add(message("behind"));
    var left = write(narrow, "", messages.toArray(Message[]::new));
    assertThat(narrow.values()).containsExactlyElementsOf(before);
    assertThat(rejected).extracting(Rejected::message).containsExactly(messages.get(500));
    assertThat(left).containsExactly(messages.get(501));
  }

  @Test
  void aRecordThatIsShortEnoughCompressedIsWritten() throws Exception {
    var narrow = Topic.ofSmallRecords(1000);
    var repeated = "a".repeat(5000);
    assertThat(write(narrow, "", message(repeated), message("b"))).isEmpty();
    assertThat(rejected).isEmpty();
    assertThat(narrow.values()).containsExactly(repeated, "b");
  }

  @Test
  void aRecordWithoutAKeyCostsItselfInACompactedTopic() throws Exception {
    var compacted = Topic.with(Map.of("cleanup.policy", "compact"));
    var keyed = new Message(Topic.bytes("kept"), Metadata.of(Map.of("key", "k")));
    write(compacted, errors(), keyed, message("no key"), keyed);
    assertThat(compacted.values()).containsExactly("kept", "kept");
    assertThat(rejected).hasSize(1);
  }

  @Test
  void theTimeOfARecordIsTheSources() throws Exception {
    var time = Instant.parse("2026-01-31T12:00:00.123Z");
    var topic = Topic.with(Map.of("retention.ms", "-1"));
    write(topic, "", new Message(Topic.bytes("{}"), new TimedMetadata(time)));
    assertThat(topic.records().getFirst().timestamp()).isEqualTo(time.toEpochMilli());
  }

  @Test
  void aNameThatTheDnsDoesNotKnowIsWaitedFor() {
    try (var writer = writer("nowhere.invalid:9092", "t", "")) {
      assertThatThrownBy(writer::open)
          .isInstanceOf(UnavailableException.class)
          .hasMessageStartingWith("sink:main kafka: no name in `brokers` can be resolved");
    }
  }

  @Test
  void anAddressThatIsNoneEndsTheFlowWithTheReason() {
    try (var writer = writer("localhost", "t", "")) {
      assertThatThrownBy(writer::open)
          .isInstanceOf(FlowException.class)
          .hasMessageStartingWith("sink:main kafka: ")
          .hasMessageContaining("localhost");
    }
  }

  private record TimedMetadata(Instant time) implements Metadata {
    @Override
    public Optional<Object> get(String key) {
      return Optional.empty();
    }

    @Override
    public Map<String, Object> asMap() {
      return Map.of();
    }

    @Override
    public Optional<Instant> timestamp() {
      return Optional.of(time);
    }
  }
}
