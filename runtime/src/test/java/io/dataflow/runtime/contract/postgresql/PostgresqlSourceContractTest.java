package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.source.SourceContract;
import io.dataflow.runtime.contract.source.SourceFixture;

/// The PostgreSQL source keeps to the contract of all sources.
public class PostgresqlSourceContractTest implements SourceContract {
  private static final SourceFixture POSTGRESQL = new PostgresqlSourceFixture();

  @Override
  public SourceFixture source() {
    return POSTGRESQL;
  }
}
