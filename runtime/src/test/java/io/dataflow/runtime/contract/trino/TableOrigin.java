package io.dataflow.runtime.contract.trino;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.source.SourceOrigin;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// A table that a source reads, with `updated_at` beside the fields of the case.
///
/// @param quoted for statements
/// @param connection as in the manifest
record TableOrigin(String name, String quoted, String connection, List<Field> fields)
    implements SourceOrigin {
  private static final String START = "TIMESTAMP '2026-01-31 12:00:00.000000 UTC'";

  /// How many records stand beside each other.
  private static final int BLOCK = 2000;

  @Override
  public String config() {
    return connection + ", pollInterval: 0";
  }

  /// Each of these has a later time than the one before.
  @Override
  public void add(List<String> bodies) {
    var time = Instant.now();
    for (var body : bodies) {
      time = time.plusNanos(1000);
      var object = (JsonObject) Json.parse(Records.bytes(body));
      var given = fields.stream().filter(field -> object.get(field.name()).isPresent()).toList();
      var names = given.stream().map(it -> TrinoSite.quoted(it.name())).toList();
      var values =
          given.stream()
              .map(field -> value(field, object.get(field.name()).orElseThrow()))
              .collect(Collectors.joining(", "));
      TrinoSite.server()
          .run(
              "INSERT INTO %s (%s, updated_at) VALUES (%s, from_iso8601_timestamp_nanos('%s'))"
                  .formatted(quoted, String.join(", ", names), values, time));
    }
  }

  private static String value(Field field, Json value) {
    if (value.toString().equals("null")) {
      return "NULL";
    }
    var text = "'" + value.text().replace("'", "''") + "'";
    return switch (field.kind()) {
      case WHOLE -> "CAST(" + text + " AS bigint)";
      case DOCUMENT -> "json_parse(" + text + ")";
      case DECIMAL, TEXT -> text;
      case FLAG -> value.text();
      case MOMENT -> "from_iso8601_timestamp_nanos(" + text + ")";
    };
  }

  @Override
  public void addNumbered(int from, int to) {
    insert("date_add('millisecond', n, " + START + ")", from, to);
  }

  @Override
  public void addTied(int from, int to) {
    insert(START, from, to);
  }

  /// A sequence has 10 000 numbers at most.
  private void insert(String time, int from, int to) {
    TrinoSite.server()
        .run(
            ("INSERT INTO %s (id, note, updated_at) SELECT n, 'n' || CAST(n AS varchar), %s FROM"
                    + " (SELECT %d + a.x * %d + b.y AS n FROM UNNEST(sequence(0, %d)) AS a (x)"
                    + " CROSS JOIN UNNEST(sequence(0, %4$d - 1)) AS b (y)) WHERE n <= %d")
                .formatted(quoted, time, from, BLOCK, (to - from) / BLOCK, to));
  }

  @Override
  public void addBytes(List<byte[]> values) {
    throw new UnsupportedOperationException("see without()");
  }

  @Override
  public void addField(Field field) {
    TrinoSite.server().run("ALTER TABLE %s ADD COLUMN %s varchar".formatted(quoted, field.name()));
  }
}
