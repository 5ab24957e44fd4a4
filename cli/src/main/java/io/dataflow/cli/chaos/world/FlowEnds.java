package io.dataflow.cli.chaos.world;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.EndpointSink;
import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.cli.chaos.oracle.NumberedRecords;
import io.dataflow.cli.chaos.oracle.Routing;
import io.dataflow.cli.chaos.oracle.SinkPlace;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.clickhouse.ClickhouseName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The source and the sinks of a flow on the servers of a run: makes their topics and tables.
public record FlowEnds(LocalFlow flow, ChaosServers servers, NumberedRecords records) {
  private static final int SHARED_PARTITIONS = 3;
  private static final int SAMPLE = 300;

  /// Makes the source.
  public SourceFeed source() {
    return switch (flow.spec().source()) {
      case KafkaSource kafka -> new TopicFeed(servers.kafka(), kafka.topic(), records);
      case PostgresqlSource postgresql -> {
        var database = flow.database(postgresql.connectionString());
        var name = postgresql.table().orElseThrow();
        var table = new LocalTable(servers.postgresql(), database, name);
        yield new TableFeed(table, records.cursor().orElseThrow(), records);
      }
      case TrinoSource _ -> throw ServerKind.noTrino();
      case PostgresqlCdcSource changes -> {
        var database = flow.database(changes.connectionString());
        var tables =
            changes.tables().stream()
                .map(name -> new LocalTable(servers.postgresql(), database, name))
                .toList();
        yield new ChangesFeed(changes, tables, records);
      }
      case EndpointSource _ -> throw ServerKind.none();
    };
  }

  /// Makes the sinks, and returns what looks into each.
  public Map<SinkPlace, SinkContent> sinks(Routing routing) {
    var contents = new LinkedHashMap<SinkPlace, SinkContent>();
    routing.sinks().forEach(place -> contents.put(place, content(place, columns(routing))));
    return contents;
  }

  private Columns columns(Routing routing) {
    var columns =
        new Columns()
            .set(records.numberField(), ColumnKind.WHOLE)
            .set(NumberedRecords.AMOUNT, ColumnKind.NUMBER);
    LongStream.range(0, SAMPLE)
        .filter(number -> !records.isPoison(number))
        .forEach(number -> routing.of(number).json().ifPresent(columns::add));
    return columns;
  }

  private SinkContent content(SinkPlace place, Columns columns) {
    var number = records.numberField();
    return switch (place.sink()) {
      case KafkaSink kafka -> {
        // Rows have no key, so that only one partition keeps their order.
        int partitions = flow.spec().source().polls() ? 1 : SHARED_PARTITIONS;
        servers.kafka().createTopic(kafka.topic(), partitions);
        var path = place.isErrors() ? List.of("original_message", number) : List.of(number);
        yield new TopicContent(servers.kafka(), kafka.topic(), path);
      }
      case PostgresqlSink postgresql -> {
        var database = flow.database(postgresql.connectionString());
        var table = new LocalTable(servers.postgresql(), database, postgresql.table());
        table.create(
            (place.isErrors()
                    ? "error jsonb, original_message jsonb"
                    : columns.postgresql(
                        postgresql.upsertMode()
                            ? key(place, postgresql.conflictColumns())
                            : List.of()))
                + TableContent.arrival());
        yield new TableContent(table, place.isErrors() ? original(number) : Columns.quoted(number));
      }
      case TrinoSink _ -> throw ServerKind.noTrino();
      case ClickhouseSink clickhouse -> {
        var server = servers.clickhouse();
        var table = ClickhouseName.quoted(flow.table(clickhouse));
        if (place.isErrors()) {
          yield ClickhouseContent.ofErrors(server, table, number);
        }
        boolean newest = clickhouse.upsertMode();
        var key = newest ? key(place, clickhouse.conflictColumns()) : List.<String>of();
        var version = clickhouse.replacingVersionColumn().filter(_ -> newest);
        yield ClickhouseContent.ofRecords(server, table, columns, number, key, version);
      }
      case EndpointSink _ -> throw ServerKind.none();
    };
  }

  private static String original(String number) {
    return "(original_message ->> '" + number.replace("'", "''") + "')::bigint";
  }

  /// The key of an upsert must tell records apart, or they could not be counted.
  private List<String> key(SinkPlace place, List<String> named) {
    var number = records.numberField();
    var columns = named.isEmpty() ? List.of(number) : named;
    var unique =
        records.cursor().map(cursor -> List.of(number, cursor.order())).orElse(List.of(number));
    if (columns.stream().noneMatch(unique::contains)) {
      throw new CommandException(
          "sink:%s: `conflictKey` is `%s`, and rows of one key become one row, so that nobody could"
                  .formatted(place.name(), String.join(", ", columns))
              + " count them. Let it have `"
              + number
              + "`, or name a field of it with --number-field.");
    }
    return columns;
  }
}
