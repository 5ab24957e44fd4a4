package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.sink.BreakableTarget;
import io.dataflow.runtime.contract.sink.GuardedTarget;
import io.dataflow.runtime.contract.sink.SinkFixture;
import io.dataflow.runtime.contract.sink.SinkTarget;
import java.util.List;
import java.util.Map;

/// Topics for the cases of a sink.
final class KafkaSinkFixture implements SinkFixture {
  private static final int MORE_THAN_A_CLIENT_SENDS = 17 << 20;

  @Override
  public String type() {
    return "kafka";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(
        Capability.FIXED_FIELDS, "A topic takes records of any form.",
        Capability.AUTO_CREATE, "Topics are made by their administrator.",
        Capability.UPSERT, "A topic keeps every record; compacting it is the broker's.",
        Capability.UNIQUE_KEYS, "A topic keeps every record of a key.",
        Capability.STORED_POSITIONS, "With its records it stores the offsets of a topic alone.",
        Capability.SCHEMAS, "Topics lie in no schema.");
  }

  private static TopicTarget topic(int partitions, Map<String, String> settings) {
    return TopicTarget.on(
        KafkaSite.open(), KafkaSite.topic(KafkaSite.open(), partitions, settings));
  }

  @Override
  public SinkTarget target(List<Field> fields) {
    return topic(1, Map.of());
  }

  @Override
  public SinkTarget partitioned(List<Field> fields) {
    return topic(3, Map.of());
  }

  @Override
  public SinkTarget strict() {
    return topic(1, Map.of("max.message.bytes", "1000"));
  }

  /// Too long for the topic, or too long for any.
  @Override
  public String poison(int kind, int id, String content) {
    var text = kind == 0 ? Records.noise(4000) : "x".repeat(MORE_THAN_A_CLIENT_SENDS);
    return "{\"id\":%d,\"note\":\"%s%s\"}".formatted(id, content, text);
  }

  @Override
  public SinkTarget envelopes() {
    return topic(1, Map.of());
  }

  @Override
  public SinkTarget shortEnvelopes() {
    return topic(1, Map.of("max.message.bytes", "10000"));
  }

  @Override
  public BreakableTarget breakable() {
    var reached = KafkaSite.proxied().bootstrap();
    var ends = "brokers: ['" + KafkaSite.proxied().proxying().bootstrap() + "']";
    var name = KafkaSite.topic(reached, 1, Map.of());
    return new BreakableTarget(new TopicTarget(name, reached, ends), KafkaSite.proxy());
  }

  @Override
  public SinkTarget missing() {
    return TopicTarget.on(KafkaSite.open(), "nowhere");
  }

  private static TopicTarget secured(String password) {
    var reached = KafkaSite.secured().bootstrap();
    return new TopicTarget(
        KafkaSite.topic(reached, 1, Map.of()), reached, KafkaSite.login(password));
  }

  @Override
  public GuardedTarget guarded() {
    var password = KafkaSite.secured().security().password();
    return new GuardedTarget(secured(password), KafkaSite.secrets());
  }

  @Override
  public GuardedTarget wrongPassword(String password) {
    return new GuardedTarget(secured(password), List.of(password));
  }

  @Override
  public GuardedTarget forbidden() {
    var target = secured(KafkaSite.secured().security().password());
    KafkaSite.forbid(target.name());
    return new GuardedTarget(target, KafkaSite.secrets());
  }

  @Override
  public SinkTarget inSchema() {
    throw new UnsupportedOperationException("see without()");
  }

  @Override
  public void addField(SinkTarget target, Field field) {
    throw new UnsupportedOperationException("see without()");
  }
}
