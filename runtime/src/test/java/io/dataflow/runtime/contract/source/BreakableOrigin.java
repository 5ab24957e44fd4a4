package io.dataflow.runtime.contract.source;

import io.dataflow.runtime.contract.ServerProxy;

/// An origin whose server can be taken away.
///
/// @param origin its `config` leads through the proxy; its owner goes another way
/// @param server what is in between; the case closes it
public record BreakableOrigin(SourceOrigin origin, ServerProxy server) implements AutoCloseable {
  @Override
  public void close() {
    server.close();
  }
}
