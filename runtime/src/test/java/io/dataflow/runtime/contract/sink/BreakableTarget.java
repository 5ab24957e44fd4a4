package io.dataflow.runtime.contract.sink;

import io.dataflow.runtime.contract.ServerProxy;

/// A target whose server can be taken away.
///
/// @param target leads through the proxy
/// @param server what is in between; the case closes it
public record BreakableTarget(SinkTarget target, ServerProxy server) implements AutoCloseable {
  @Override
  public void close() {
    server.close();
  }
}
