package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.source.SourceRoute;
import io.dataflow.testbed.Servers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values are in JSON what the polling source has, which is what the server makes of them.
class ChangeTypesTest {
  private static final List<String> VALUES =
      List.of(
          "'-32768'::smallint",
          "9223372036854775807::bigint",
          "123456789012345678901234567890.1200::numeric",
          "'NaN'::numeric",
          "0.1::float8",
          "'-Infinity'::float4",
          "'1e300'::float8",
          "true",
          "E'a\"\\\\b\\n\\t\\r\\x01\\b\\f\\vé😀'::text",
          "''::text",
          "'\\N'::text",
          "'ab'::char(4)",
          "'\\xdeadbeef'::bytea",
          "'2026-01-31'::date",
          "'0044-03-15 BC'::date",
          "'infinity'::date",
          "'12:30:00.5'::time",
          "'12:30:00+02'::timetz",
          "'2026-01-31 12:00:00.123456'::timestamp",
          "'2026-01-31 12:00:00+02'::timestamptz",
          "'0044-03-15 12:00:00+00 BC'::timestamptz",
          "'-infinity'::timestamptz",
          "'1 year 2 days 03:00:00'::interval",
          "'9f5b7a9e-0000-4000-8000-000000000001'::uuid",
          "'{\"a\": [1, 2.50], \"b\": null}'::json",
          "'{\"a\": [1, 2.50]}'::jsonb",
          "'10.0.0.1/8'::inet",
          "'[1,5)'::int4range",
          "B'101'::bit(3)",
          "12.5::money",
          "'(1,2)'::point",
          "ARRAY[1,NULL,3]",
          "ARRAY[[1,2],[3,4]]",
          "'[0:1]={7,8}'::int[]",
          "'{}'::text[]",
          "ARRAY['a\"b', 'NULL', NULL, 'x,y', '{}', E'\\\\']",
          "ARRAY['2026-01-31 12:00:00+00'::timestamptz]",
          "ARRAY['{\"a\":1}'::jsonb]",
          "ARRAY[true,false]",
          "ARRAY['(1,2)'::point]");

  private static FollowedTable table(String columns) {
    return FollowedTable.fresh("id int PRIMARY KEY, " + columns, "");
  }

  /// The rows of a snapshot and of a stream, and what the server says of the same.
  private static void areAsTheServerSays(FollowedTable table, String insert)
      throws UnavailableException {
    table.run(insert.replace("$id", "1"));
    try (var route =
        new SourceRoute("postgresql-cdc", table, new MemoryCheckpointStore()).start()) {
      route.until(1);
      table.run(insert.replace("$id", "2"));
      route.until(2);
      var expected = asTheServerSays(table);
      assertThat(route.records())
          .extracting(StoredRecord::bytes)
          .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(expected);
    }
  }

  private static List<String> asTheServerSays(FollowedTable table) {
    var sql = "SELECT row_to_json(t) FROM " + table.table().name() + " AS t ORDER BY id";
    try (var connection = Servers.postgresql().connection("postgres");
        var statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      var texts = new ArrayList<String>();
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Test
  void ofAllTypes() throws UnavailableException {
    var columns = new StringBuilder();
    for (int i = 0; i < VALUES.size(); i++) {
      columns.append(i == 0 ? "" : ", ").append("c").append(i).append(' ').append(type(i));
    }
    areAsTheServerSays(
        table(columns.toString()),
        "INSERT INTO %s VALUES ($id, " + String.join(", ", VALUES) + ")");
  }

  private static String type(int i) {
    return TestTable.value("SELECT pg_typeof(" + VALUES.get(i) + ")::text")
        .orElseThrow()
        .replace("bit", "bit(3)")
        .replace("character", "char(4)");
  }

  @Test
  void ofTypesThatAUserHasMade() throws UnavailableException {
    var name = Servers.freshName("own");
    try (var connection = Servers.postgresql().connection("postgres");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TYPE " + name + "_mood AS ENUM ('glad', 'so \"so\"')");
      statement.execute("CREATE DOMAIN " + name + "_age AS int CHECK (VALUE > 0)");
      statement.execute(
          "CREATE TYPE %1$s_pair AS (n numeric, t text, \"at\" timestamptz, l int[], e text)"
              .formatted(name));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    var table =
        table(
            "m %1$s_mood, a %1$s_age, p %1$s_pair, ms %1$s_mood[], ps %1$s_pair[]".formatted(name));
    areAsTheServerSays(
        table,
        """
        INSERT INTO %s VALUES ($id, 'so "so"', 7,
          ROW(1.50, E'a"b\\\\c,(d)', '2026-01-31 12:00:00+00', ARRAY[1,NULL], NULL),
          ARRAY['glad', 'so "so"', NULL]::NAME_mood[],
          ARRAY[ROW(1.50, E'a"b\\\\c,(d)', '2026-01-31 12:00:00+00', ARRAY[1,NULL], '')]::NAME_pair[])
        """
            .replace("NAME", name));
  }
}
