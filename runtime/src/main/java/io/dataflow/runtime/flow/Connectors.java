package io.dataflow.runtime.flow;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.checkpoint.CheckpointStore;
import io.dataflow.runtime.kafka.KafkaSinkConnector;
import io.dataflow.runtime.kafka.KafkaSourceConnector;
import io.dataflow.runtime.postgresql.PostgresqlSinkConnector;
import io.dataflow.runtime.postgresql.source.PostgresqlSourceConnector;

/// Which class runs which connector of the model: the only place that knows them all.
final class Connectors {
  private Connectors() {}

  static SourceConnector source(
      DataFlowSpec spec, SourceEvents events, CheckpointStore checkpoints) {
    return switch (spec.source()) {
      case KafkaSource kafka -> new KafkaSourceConnector(kafka, events);
      case PostgresqlSource postgresql ->
          new PostgresqlSourceConnector(postgresql, checkpoints, events);
    };
  }

  static SinkConnector sink(Sink sink, String way) {
    return switch (sink) {
      case KafkaSink kafka -> new KafkaSinkConnector(kafka, way);
      case PostgresqlSink postgresql -> new PostgresqlSinkConnector(postgresql, way);
    };
  }
}
