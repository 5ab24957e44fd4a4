package io.dataflow.cli.chaos.world;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.EndpointSink;
import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.transformation.Router;
import io.dataflow.runtime.connector.table.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/// The user's flow on servers of this machine: the same topics, tables and steps at other
/// addresses. Each connection string of the flow becomes a database of its own.
public final class LocalFlow {
  private static final List<String> KAFKA_ADDRESS =
      List.of(
          "brokersSecretRef",
          "topicSecretRef",
          "consumerGroupSecretRef",
          "securityProtocol",
          "tls",
          "sasl");
  private static final List<String> DATABASE_ADDRESS =
      List.of("connectionStringSecretRef", "tls", "tableSecretRef", "autoCreateTable");

  /// Columns are those of the user's own tables.
  private static final List<String> CHANGES =
      List.of("slotNameSecretRef", "publicationNameSecretRef", "includeColumns", "excludeColumns");

  private final DataFlow flow;
  private final ChaosServers servers;
  private final Map<String, String> databases = new HashMap<>();
  private final Map<String, Object> manifest;

  /// Moves a flow.
  ///
  /// @param flow what the text says, with the values of its Secrets
  /// @param text the manifest as the user wrote it
  public LocalFlow(DataFlow flow, String text, ChaosServers servers) {
    this.flow = flow;
    this.servers = servers;
    var root = root(text);
    this.manifest = root.containsKey("spec") ? root : map("spec", root);
    var spec = inner(manifest, "spec");
    moveSource(inner(inner(spec, "source"), "config"));
    moveSink(inner(spec, "sink"), flow.spec().sink());
    flow.spec().errors().ifPresent(errors -> moveSink(inner(spec, "errors"), errors.sink()));
    moveRoutes(spec);
    manifest.put("apiVersion", DataFlow.API_VERSION);
    manifest.put("kind", DataFlow.KIND);
    manifest.put("metadata", map("name", flow.metadata().name()));
  }

  private static Map<String, Object> root(String text) {
    return YamlDocument.all(text).stream()
        .map(YamlDocument::root)
        .filter(LocalFlow::isFlow)
        .findFirst()
        .flatMap(Yaml::plain)
        .map(LocalFlow::asMap)
        .orElseThrow(() -> new IllegalStateException("a valid manifest has a flow in it"));
  }

  /// Other documents, a Secret for example, may stand beside the flow.
  private static boolean isFlow(Yaml root) {
    return root instanceof YamlObject object
        && (object.fields().containsKey("source")
            || object
                .get("spec")
                .filter(spec -> spec instanceof YamlObject it && it.fields().containsKey("source"))
                .isPresent());
  }

  private void moveSource(Map<String, Object> config) {
    switch (flow.spec().source()) {
      case KafkaSource kafka -> {
        moveKafka(config, kafka.topic());
        config.put("consumerGroup", kafka.consumerGroup());
      }
      case PostgresqlSource postgresql -> {
        movePostgresql(config, postgresql.connectionString());
        postgresql.table().ifPresent(table -> config.put("table", table));
      }
      case TrinoSource _ -> throw ServerKind.noTrino();
      case PostgresqlCdcSource changes -> {
        movePostgresql(config, changes.connectionString());
        CHANGES.forEach(config::remove);
        config.put("slotName", changes.slotName());
        config.put("publicationName", changes.publicationName());
      }
      case EndpointSource _ -> throw ServerKind.none();
    }
  }

  private void moveSink(Map<String, Object> typed, Sink sink) {
    var config = inner(typed, "config");
    switch (sink) {
      case KafkaSink kafka -> moveKafka(config, kafka.topic());
      case PostgresqlSink postgresql -> {
        movePostgresql(config, postgresql.connectionString());
        config.put("table", postgresql.table());
      }
      case TrinoSink _ -> throw ServerKind.noTrino();
      case ClickhouseSink clickhouse -> {
        var table = table(clickhouse);
        moveDatabase(config, servers.clickhouseAddress(table.schema().orElseThrow()));
        config.put("table", TableName.quote(table.table()));
      }
      case EndpointSink _ -> throw ServerKind.none();
    }
  }

  private void moveRoutes(Map<String, Object> spec) {
    var steps = flow.spec().transformations();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).transformation() instanceof Router router) {
        var config = inner(items(spec, "transformations").get(i), "config");
        for (int j = 0; j < router.routes().size(); j++) {
          var route = items(config, "routes").get(j);
          moveSink(inner(route, "sink"), router.routes().get(j).sink());
        }
      }
    }
  }

  private void moveKafka(Map<String, Object> config, String topic) {
    KAFKA_ADDRESS.forEach(config::remove);
    config.put("brokers", List.of(servers.kafkaAddress()));
    config.put("topic", topic);
  }

  private void movePostgresql(Map<String, Object> config, Secret connection) {
    moveDatabase(config, servers.postgresqlAddress(database(connection)));
  }

  private static void moveDatabase(Map<String, Object> config, String address) {
    DATABASE_ADDRESS.forEach(config::remove);
    config.put("connectionString", address);
  }

  /// The table that stands for one of the flow's in ClickHouse, where a database of the server is
  /// what a schema is elsewhere: each of a connection has one of its own here.
  TableName table(ClickhouseSink sink) {
    var name = TableName.parse(sink.table());
    var place = sink.connectionString().value() + "\n" + name.schema().orElse("");
    var database = databases.computeIfAbsent(place, other -> servers.freshStore());
    return new TableName(Optional.of(database), name.table(), false);
  }

  /// The database that stands for one of the flow's.
  String database(Secret connection) {
    return databases.computeIfAbsent(connection.value(), other -> servers.freshDatabase());
  }

  /// What the flow does, with the addresses that the user wrote.
  public DataFlowSpec spec() {
    return flow.spec();
  }

  /// The manifest with the addresses of the servers here.
  public String manifest() {
    return new Dump(DumpSettings.builder().build()).dumpToString(manifest);
  }

  private static Map<String, Object> map(String key, Object value) {
    var map = new HashMap<String, Object>();
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> inner(Map<String, Object> map, String key) {
    return asMap(map.get(key));
  }

  private static List<Map<String, Object>> items(Map<String, Object> map, String key) {
    return ((List<?>) map.get(key)).stream().map(LocalFlow::asMap).toList();
  }

  /// A value that validation has found to be an object; the plain form of one can be changed.
  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }
}
