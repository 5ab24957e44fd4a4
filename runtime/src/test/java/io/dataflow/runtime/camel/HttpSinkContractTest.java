package io.dataflow.runtime.camel;

import io.dataflow.runtime.contract.sink.SinkFixture;
import io.dataflow.runtime.contract.sink.SinkPoisonContract;
import io.dataflow.runtime.contract.sink.SinkTypesContract;

/// A sink over HTTP keeps to what the contract of all sinks says of values and of records at fault.
/// Of the rest, a server that takes whatever it is sent has no part: no tables, no names, no login.
class HttpSinkContractTest implements SinkTypesContract, SinkPoisonContract {
  private static final SinkFixture HTTP = new HttpSinkFixture();

  @Override
  public SinkFixture sink() {
    return HTTP;
  }
}
