package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.source.SourceContract;
import io.dataflow.runtime.contract.source.SourceFixture;

/// The Kafka source keeps to the contract of all sources.
public class KafkaSourceContractTest implements SourceContract {
  private static final SourceFixture KAFKA = new KafkaSourceFixture();

  @Override
  public SourceFixture source() {
    return KAFKA;
  }
}
