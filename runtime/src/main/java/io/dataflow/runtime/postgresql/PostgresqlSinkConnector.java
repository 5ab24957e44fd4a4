package io.dataflow.runtime.postgresql;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.DeliveryProcessor;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.Map;

/// The PostgreSQL sink (contract 2.5) as a flow's routes need it.
public final class PostgresqlSinkConnector implements SinkConnector {
  private final PostgresqlWriter writer;

  /// @param stage the sink's route id: `sink:main`
  /// @throws io.dataflow.runtime.connector.FlowException when connection string or table cannot be
  ///     read
  public PostgresqlSinkConnector(PostgresqlSink sink, String stage) {
    this.writer = new PostgresqlWriter(sink, stage);
  }

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public String template() {
    return "postgresql-sink";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of();
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("writer", new DeliveryProcessor(writer));
  }

  @Override
  public void open() throws UnavailableException {
    writer.open();
  }

  @Override
  public void close() {
    writer.close();
  }
}
