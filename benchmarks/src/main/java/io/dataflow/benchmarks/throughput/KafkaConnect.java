package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.JavaCommand;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The peer: Kafka Connect, standalone, with the Debezium JDBC sink and its own transforms. Its
/// settings are the ones that are good for it.
record KafkaConnect() implements Contestant {
  /// As Kafka Connect's own start script has them.
  private static final List<String> OPTIONS =
      List.of(
          "-Xms256M", "-Xmx2G", "-XX:+UseG1GC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private static Path jars() {
    return Home.folder().resolve("benchmarks/peers/target/lib");
  }

  /// Whether its jars could be fetched.
  static boolean isThere() {
    return Files.isDirectory(jars());
  }

  @Override
  public String words() {
    return "Kafka Connect, Debezium JDBC sink";
  }

  @Override
  public Form form() {
    return Form.ENVELOPE;
  }

  @Override
  public OrderTable table() {
    return OrderTable.ORDERS;
  }

  @Override
  public MeasuredProcess start(Lap lap) {
    var worker = lap.write("worker.properties", worker(lap)).toString();
    var connector = lap.write("connector.properties", connector(lap)).toString();
    var command =
        new JavaCommand(
            OPTIONS,
            jars().resolve("*").toString(),
            "org.apache.kafka.connect.cli.ConnectStandalone",
            List.of(worker, connector));
    return MeasuredProcess.start(command.words(), Map.of(), lap.file("connect.log"));
  }

  private static String worker(Lap lap) {
    return """
    bootstrap.servers=%s
    key.converter=org.apache.kafka.connect.converters.ByteArrayConverter
    value.converter=org.apache.kafka.connect.json.JsonConverter
    value.converter.schemas.enable=true
    offset.storage.file.filename=%s
    listeners=http://127.0.0.1:0
    plugin.discovery=hybrid_warn
    consumer.max.poll.records=5000
    consumer.auto.offset.reset=earliest
    """
        .formatted(lap.brokers(), lap.file("connect.offsets"));
  }

  private static String connector(Lap lap) {
    return """
    name=%s
    connector.class=io.debezium.connector.jdbc.JdbcSinkConnector
    tasks.max=%d
    topics=%s
    connection.url=%s&reWriteBatchedInserts=true
    connection.username=postgres
    connection.password=
    insert.mode=insert
    primary.key.mode=none
    schema.evolution=none
    collection.name.format=%s
    batch.size=5000
    transforms=mask,remove,timestamp
    transforms.mask.type=org.apache.kafka.connect.transforms.MaskField$Value
    transforms.mask.fields=email
    transforms.mask.replacement=***
    transforms.remove.type=org.apache.kafka.connect.transforms.ReplaceField$Value
    transforms.remove.exclude=card
    transforms.timestamp.type=org.apache.kafka.connect.transforms.InsertField$Value
    transforms.timestamp.timestamp.field=processed_at
    """
        .formatted(
            lap.group(),
            lap.partitions(),
            lap.topic(Form.ENVELOPE),
            lap.jdbcUrl(),
            OrderTable.ORDERS.table());
  }

  /// Connect names the group after the connector.
  @Override
  public Instant awaitOpening(Lap lap, MeasuredProcess process) {
    return new GroupWatch(lap.brokers(), "connect-" + lap.group()).awaitAssignment(process);
  }

  @Override
  public boolean endsByItself() {
    return false;
  }
}
