package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.sink.SinkContract;
import io.dataflow.runtime.contract.sink.SinkFixture;

/// The Kafka sink keeps to the contract of all sinks.
public class KafkaSinkContractTest implements SinkContract {
  private static final SinkFixture KAFKA = new KafkaSinkFixture();

  @Override
  public SinkFixture sink() {
    return KAFKA;
  }
}
