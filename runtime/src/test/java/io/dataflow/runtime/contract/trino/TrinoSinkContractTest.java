package io.dataflow.runtime.contract.trino;

import io.dataflow.runtime.contract.sink.SinkContract;
import io.dataflow.runtime.contract.sink.SinkFixture;

/// The Trino sink keeps to the contract of all sinks.
public class TrinoSinkContractTest implements SinkContract {
  private static final SinkFixture TRINO = new TrinoSinkFixture();

  @Override
  public SinkFixture sink() {
    return TRINO;
  }
}
