package io.dataflow.runtime.contract.trino;

import io.dataflow.runtime.contract.source.SourceContract;
import io.dataflow.runtime.contract.source.SourceFixture;

/// The Trino source keeps to the contract of all sources.
public class TrinoSourceContractTest implements SourceContract {
  private static final SourceFixture TRINO = new TrinoSourceFixture();

  @Override
  public SourceFixture source() {
    return TRINO;
  }
}
