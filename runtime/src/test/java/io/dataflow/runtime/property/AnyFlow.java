package io.dataflow.runtime.property;

import io.dataflow.api.message.Message;
import io.dataflow.api.property.AnyStep;
import io.dataflow.api.property.Chance;
import io.dataflow.runtime.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A flow of any steps from one topic of a real broker into others.
///
/// @param types of its steps, in their order
/// @param yaml its manifest
/// @param in what it reads
/// @param main the main sink's topic
/// @param routed the topic of all routes
/// @param dead the error sink's topic
record AnyFlow(List<String> types, String yaml, Topic in, Topic main, Topic routed, Topic dead) {
  static AnyFlow of(Chance chance) {
    var in = Topic.fresh(1);
    var main = Topic.fresh(1);
    var routed = Topic.fresh(1);
    var dead = Topic.fresh(1);
    var types = new ArrayList<String>();
    var steps = new ArrayList<String>();
    for (int i = chance.below(5); i >= 0; i--) {
      var type = chance.oneOf(AnyStep.TYPES);
      var step = AnyStep.yaml(type, chance);
      if (step.isPresent()) {
        types.add(type);
        steps.add("  - " + step.get().replace(AnyStep.SINK, kafka(routed, "")) + "\n");
      }
    }
    var yaml =
        """
        source: %s
        transformations:%s
        sink: %s
        errors: %s
        transformWorkers: %d
        channelBufferSize: %d
        """
            .formatted(
                kafka(in, ", consumerGroup: g-" + in.name()),
                steps.isEmpty() ? " []" : "\n" + String.join("", steps),
                kafka(main, ""),
                kafka(dead, ""),
                chance.one(1, 3),
                chance.one(7, 64, 5000));
    return new AnyFlow(types, yaml, in, main, routed, dead);
  }

  private static String kafka(Topic topic, String more) {
    return "{type: kafka, config: {brokers: ['%s'], topic: %s%s}}"
        .formatted(topic.server(), topic.name(), more);
  }

  /// Lets these wait for the flow, with keys and headers as they come.
  void send(List<Message> messages, Chance chance) {
    in.send(messages.stream().map(it -> record(it, chance)).toList());
  }

  private ProducerRecord<byte[], byte[]> record(Message message, Chance chance) {
    var key = chance.one(null, Topic.bytes("k"), new byte[0]);
    var value = message.isTombstone() ? null : message.original();
    var record = new ProducerRecord<byte[], byte[]>(in.name(), key, value);
    if (chance.oncePer(2)) {
      record.headers().add("h", Topic.bytes(chance.one("1", "x\"y", ""))).add("nil", null);
    }
    return record;
  }

  /// What is in the sinks, but for the error sink.
  List<ConsumerRecord<byte[], byte[]>> out() {
    return Stream.of(main, routed).flatMap(it -> it.records().stream()).toList();
  }
}
