package io.dataflow.runtime.connector.jdbc;

/// A connection and what lives as long as it does.
public interface JdbcSession extends AutoCloseable {
  /// Ends the connection, politely if nothing is under way.
  @Override
  void close();

  /// Ends the connection at once, whatever it is doing; from any thread.
  void abort();
}
