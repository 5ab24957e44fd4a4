package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.source.BreakableOrigin;
import io.dataflow.runtime.contract.source.GuardedOrigin;
import io.dataflow.runtime.contract.source.SourceFixture;
import io.dataflow.runtime.contract.source.SourceOrigin;
import java.util.List;
import java.util.Map;

/// Topics for the cases of a source.
final class KafkaSourceFixture implements SourceFixture {
  @Override
  public String type() {
    return "kafka";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(Capability.TIES, "Every record of a partition has an offset of its own.");
  }

  @Override
  public SourceOrigin origin(List<Field> fields) {
    return TopicOrigin.on(KafkaSite.open(), KafkaSite.topic(KafkaSite.open(), 1, Map.of()));
  }

  @Override
  public BreakableOrigin breakable() {
    var reached = KafkaSite.proxied().bootstrap();
    var ends = "brokers: ['" + KafkaSite.proxied().proxying().bootstrap() + "']";
    var name = KafkaSite.topic(reached, 1, Map.of());
    return new BreakableOrigin(new TopicOrigin(name, reached, ends), KafkaSite.proxy());
  }

  @Override
  public SourceOrigin missing() {
    return TopicOrigin.on(KafkaSite.open(), "nowhere");
  }

  private static TopicOrigin secured(String password) {
    var reached = KafkaSite.secured().bootstrap();
    return new TopicOrigin(
        KafkaSite.topic(reached, 1, Map.of()), reached, KafkaSite.login(password));
  }

  @Override
  public GuardedOrigin guarded() {
    var password = KafkaSite.secured().security().password();
    return new GuardedOrigin(secured(password), KafkaSite.secrets());
  }

  @Override
  public GuardedOrigin wrongPassword(String password) {
    return new GuardedOrigin(secured(password), List.of(password));
  }

  @Override
  public GuardedOrigin forbidden() {
    var origin = secured(KafkaSite.secured().security().password());
    KafkaSite.forbid(origin.name());
    return new GuardedOrigin(origin, KafkaSite.secrets());
  }
}
