package io.dataflow.cli.chaos.world;

/// Puts records into the source of a flow, whatever happens to its server meanwhile.
public interface SourceFeed extends AutoCloseable {
  /// Puts the records with the numbers `from` to `to - 1` into the source, in this order and each
  /// once, and returns when the server has them.
  void send(long from, long to) throws InterruptedException;

  @Override
  void close();
}
