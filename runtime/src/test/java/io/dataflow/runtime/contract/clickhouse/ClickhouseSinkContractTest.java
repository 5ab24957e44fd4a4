package io.dataflow.runtime.contract.clickhouse;

import io.dataflow.runtime.contract.sink.SinkContract;
import io.dataflow.runtime.contract.sink.SinkFixture;

/// The ClickHouse sink keeps to the contract of all sinks.
public class ClickhouseSinkContractTest implements SinkContract {
  private static final SinkFixture CLICKHOUSE = new ClickhouseSinkFixture();

  @Override
  public SinkFixture sink() {
    return CLICKHOUSE;
  }
}
