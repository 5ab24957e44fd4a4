package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.sink.SinkContract;
import io.dataflow.runtime.contract.sink.SinkFixture;

/// The PostgreSQL sink keeps to the contract of all sinks.
public class PostgresqlSinkContractTest implements SinkContract {
  private static final SinkFixture POSTGRESQL = new PostgresqlSinkFixture();

  @Override
  public SinkFixture sink() {
    return POSTGRESQL;
  }
}
