package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.source.SourceContract;
import io.dataflow.runtime.contract.source.SourceFixture;

/// The source of changes keeps to the contract of all sources.
public class PostgresqlCdcContractTest implements SourceContract {
  private static final SourceFixture CHANGES = new PostgresqlCdcFixture();

  @Override
  public SourceFixture source() {
    return CHANGES;
  }
}
