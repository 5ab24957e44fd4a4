package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.source.SourceRoute;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The envelope, field by field, beside the one that Debezium's manual shows for its PostgreSQL
/// connector.
class DebeziumEnvelopeTest {
  private static List<String> names(JsonObject object) {
    var names = object.shape();
    return IntStream.range(0, object.size())
        .mapToObj(i -> Json.parse(names.quotedName(i)).text())
        .toList();
  }

  private static JsonObject object(JsonObject of, String name) {
    return (JsonObject) of.get(name).orElseThrow();
  }

  private static String text(JsonObject of, String name) {
    return of.get(name).orElseThrow().toString();
  }

  @Test
  void hasTheFieldsOfDebezium() throws UnavailableException {
    var table = FollowedTable.fresh("id int PRIMARY KEY, note text", ", envelopeFormat: debezium");
    table.run("INSERT INTO %s VALUES (1, 'a')");
    try (var route =
        new SourceRoute("postgresql-cdc", table, new MemoryCheckpointStore()).start()) {
      route.until(1);
      table.run("INSERT INTO %s VALUES (2, 'b')");
      table.run("UPDATE %s SET note = 'c' WHERE id = 2");
      table.run("ALTER TABLE %s REPLICA IDENTITY FULL");
      table.run("UPDATE %s SET note = 'd' WHERE id = 2");
      table.run("DELETE FROM %s WHERE id = 2");
      route.until(5);
      var payloads =
          route.records().stream()
              .map(record -> object((JsonObject) Json.parse(record.bytes()), "payload"))
              .toList();
      assertThat(payloads)
          .allSatisfy(
              payload -> {
                assertThat(names(payload))
                    .containsExactly(
                        "before",
                        "after",
                        "source",
                        "transaction",
                        "op",
                        "ts_ms",
                        "ts_us",
                        "ts_ns");
                assertThat(names(object(payload, "source")))
                    .containsExactly(
                        "version",
                        "connector",
                        "name",
                        "ts_ms",
                        "ts_us",
                        "ts_ns",
                        "snapshot",
                        "db",
                        "sequence",
                        "schema",
                        "table",
                        "txId",
                        "lsn",
                        "xmin");
              });
      assertThat(payloads)
          .extracting(payload -> text(payload, "op"))
          .containsExactly("\"r\"", "\"c\"", "\"u\"", "\"u\"", "\"d\"");
      assertThat(payloads)
          .extracting(payload -> text(payload, "before"))
          .containsExactly(
              "null", "null", "null", "{\"id\":2,\"note\":\"c\"}", "{\"id\":2,\"note\":\"d\"}");
      assertThat(payloads)
          .extracting(payload -> text(payload, "after"))
          .containsExactly(
              "{\"id\":1,\"note\":\"a\"}",
              "{\"id\":2,\"note\":\"b\"}",
              "{\"id\":2,\"note\":\"c\"}",
              "{\"id\":2,\"note\":\"d\"}",
              "null");
      var source = object(payloads.get(1), "source");
      assertThat(text(source, "connector")).isEqualTo("\"postgresql\"");
      assertThat(text(source, "db")).isEqualTo("\"postgres\"");
      assertThat(text(source, "schema")).isEqualTo("\"public\"");
      assertThat(text(source, "table")).isEqualTo('"' + table.table().name() + '"');
      assertThat(text(source, "snapshot")).isEqualTo("\"false\"");
      assertThat(Long.parseLong(text(source, "lsn"))).isPositive();
    }
  }
}
