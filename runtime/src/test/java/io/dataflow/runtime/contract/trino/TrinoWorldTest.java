package io.dataflow.runtime.contract.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.sink.SinkCases;
import io.dataflow.runtime.contract.sink.SinkRoute;
import io.dataflow.testbed.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What only Trino has: its types, statements of some length, tables of any catalog.
class TrinoWorldTest {
  private static final List<Field> NONE = List.of();

  private static TableTarget table(String schema, String columns) {
    var name = Servers.freshName("world");
    TrinoSite.server().run("CREATE TABLE %s.%s (%s)".formatted(schema, name, columns));
    return at(TrinoSite.server().url(), schema, name);
  }

  private static TableTarget at(String url, String schema, String name) {
    return new TableTarget(
        name, schema + "." + name, TrinoSite.config(url, schema, name), NONE, "ORDER BY 1");
  }

  private static String refusal(TableTarget table, String settings) {
    try (var route = new SinkRoute("trino", table, settings)) {
      var message = new String[1];
      assertThatThrownBy(route::open)
          .isInstanceOf(FlowException.class)
          .satisfies(e -> message[0] = e.getMessage());
      return message[0];
    }
  }

  @Test
  void everyTypeIsReadByTheServerAsWhatItWas() throws UnavailableException {
    var table =
        table(
            TrinoSite.MEMORY,
            "id bigint, r real, d double, n decimal(38,18), c char(4), v varchar(3), b varbinary,"
                + " day date, t time(3), l timestamp(9), z timestamp(3) with time zone, u uuid,"
                + " j json, a array(bigint), m map(varchar, decimal(5,2)),"
                + " w row(x bigint, \"Odd y\" varchar)");
    try (var route = new SinkRoute("trino", table).open()) {
      var outcome =
          route.write(
              Records.messages(
                  "{\"id\":1,\"r\":1.5,\"d\":\"NaN\",\"n\":-12345678901234567890.000000000000000001,"
                      + "\"c\":\"ab\",\"v\":\"日本語\",\"b\":\"AAH/\",\"day\":\"2026-01-31\",\"t\":\"12:30:00.125\",\"l\":\"2026-01-31"
                      + " 12:00:00.123456789\","
                      + "\"z\":1769860800.5,\"u\":\"0F0E0D0C-0000-4000-8000-000000000001\","
                      + "\"j\":{\"k\":[1.00]},\"a\":[1,null],\"m\":{\"x\":1.25},\"w\":{\"x\":7,\"Odd"
                      + " y\":\"it's\"}}",
                  "{\"id\":2,\"v\":\"four\"}",
                  "{\"id\":3,\"n\":1e-19}",
                  "{\"id\":4,\"a\":\"x\"}",
                  "{\"id\":5,\"b\":\"?\"}",
                  "{\"id\":6,\"l\":\"yesterday\"}",
                  "{\"id\":7,\"w\":{\"z\":1}}",
                  "{\"id\":8,\"a\":[1.5]}"));
      assertThat(outcome.reasons())
          .containsExactly(
              "`v` (varchar(3)): the text is longer than 3 characters",
              "`n` (decimal(38,18)): the number has more digits behind the point",
              "`a` (array(bigint)): the value is no array",
              "`b` (varbinary): the value is no text in Base64",
              "`l` (timestamp(9)): the value is no time as `2026-01-31T12:00:00Z`",
              "`w` (row(\"x\" bigint, \"Odd y\" varchar)): the object has a field that the row has"
                  + " none for",
              "`a` (array(bigint)): the number is not whole");
    }
    assertThat(TrinoSite.rows("SELECT * FROM " + table.quoted()).getFirst().toString())
        .isEqualTo(
            "[1,1.5,\"NaN\",\"-12345678901234567890.000000000000000001\",\"ab  \",\"日本語\",\"AAH/\","
                + "\"2026-01-31\",\"12:30:00.125\",\"2026-01-31 12:00:00.123456789\","
                + "\"2026-01-31 12:00:00.500 UTC\",\"0f0e0d0c-0000-4000-8000-000000000001\","
                + "\"{\\\"k\\\":[1.00]}\",[1,null],{\"x\":\"1.25\"},[7,\"it's\"]]");
  }

  @Test
  void whatTheServerRefusesIsFoundByHalving() throws UnavailableException {
    var table = table(TrinoSite.MEMORY, "id bigint, ip ipaddress");
    try (var route = new SinkRoute("trino", table).open()) {
      var outcome =
          route.write(
              Records.messages(
                  "{\"id\":1,\"ip\":\"10.0.0.1\"}",
                  "{\"id\":2,\"ip\":\"" + Records.CANARY + "\"}",
                  "{\"id\":3,\"ip\":\"::1\"}"));
      assertThat(outcome.reasons()).hasSize(1);
      assertThat(outcome.reasons().getFirst())
          .contains("Trino refuses the row: INVALID_CAST_ARGUMENT")
          .doesNotContain(Records.CANARY);
    }
    assertThat(table.ids()).containsExactly(1, 3);
  }

  @Test
  void aBatchThatIsLongerThanAStatementIsSeveral() throws UnavailableException {
    var table = table(TrinoSite.MEMORY, "id bigint, note varchar");
    var messages = new ArrayList<Message>();
    for (int id = 1; id <= 30; id++) {
      messages.add(
          Records.message("{\"id\":%d,\"note\":\"%s\"}".formatted(id, "it''s".repeat(20_000))));
    }
    try (var route = new SinkRoute("trino", table).open()) {
      assertThat(route.write(messages).failure()).isEmpty();
    }
    assertThat(table.ids()).isEqualTo(SinkCases.numbers(1, 30));
  }

  @Test
  void wholeBodiesWithAColumnForEachPieceOfMetadata() throws UnavailableException {
    var table = at(TrinoSite.server().url(), TrinoSite.MEMORY, Servers.freshName("world"));
    var message =
        new Message(Records.bytes("{\"id\":7}"), Metadata.of(Map.of("Key", "k", "offset", 41L)));
    var settings =
        ", autoCreateTable: true, rawMode: true, flattenMetadataColumns: true,"
            + " flattenMetadataColumnsPrefix: kafka_";
    try (var route = new SinkRoute("trino", table, settings).open()) {
      assertThat(route.write(new ArrayList<>(List.of(message))).failure()).isEmpty();
    }
    var rows = "SELECT data, kafka_key, kafka_offset FROM " + table.quoted();
    assertThat(TrinoSite.rows(rows))
        .extracting(Object::toString)
        .containsExactly("[\"{\\\"id\\\":7}\",\"k\",41]");
  }

  @Test
  void whatCannotWorkIsSaidBeforeTheFirstRecord() {
    var plain = table(TrinoSite.MEMORY, "id bigint, v bigint");
    var iceberg = table(TrinoSite.ICEBERG, "id bigint, v bigint");
    assertThat(refusal(iceberg, ", upsertMode: true, conflictKey: w"))
        .contains("`conflictKey` names `w`", "Its columns: id, v");
    assertThat(refusal(plain, ", rawMode: true"))
        .contains("`rawMode` writes the column `data`", "ADD COLUMN data varchar");
    var nowhere = at(TrinoSite.server().url(), "memory.nowhere", "t");
    assertThat(refusal(nowhere, ", autoCreateTable: true"))
        .contains("CREATE SCHEMA memory.nowhere");
    assertThat(refusal(at(TrinoSite.server().url(), "nowhere.s", "t"), ""))
        .contains("the catalog `nowhere` does not exist");
  }
}
