package io.dataflow.runtime.trino.sink;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.KeyForm;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import io.dataflow.runtime.trino.TrinoName;
import io.dataflow.runtime.trino.type.TrinoType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// Describes tables.
record InformationSchema(TrinoClient client) {

  /// The table; empty when it is not there, or the user may not see it.
  Optional<TrinoTable> describe(TrinoName name) throws TrinoException, IOException {
    var columns = new ArrayList<Column>();
    for (var row :
        client.run(
            "SELECT column_name, data_type, is_nullable FROM %s WHERE table_schema = %s AND table_name = %s ORDER BY ordinal_position"
                .formatted(
                    in(name, "columns"),
                    TrinoName.literal(name.schema()),
                    TrinoName.literal(name.table())))) {
      columns.add(
          column(text(row, 0), columns.size(), text(row, 1), text(row, 2).equalsIgnoreCase("NO")));
    }
    return columns.isEmpty() ? Optional.empty() : Optional.of(new TrinoTable(name, columns));
  }

  private static Column column(String name, int position, String type, boolean notNull) {
    return new Column(
        name,
        position,
        type,
        KeyForm.EXACT,
        TrinoType.of(type).column(),
        notNull,
        false,
        false,
        false);
  }

  /// Whether there is such a schema.
  boolean hasSchema(TrinoName name) throws TrinoException, IOException {
    var rows =
        client.run(
            "SELECT 1 FROM %s WHERE schema_name = %s"
                .formatted(in(name, "schemata"), TrinoName.literal(name.schema())));
    return !rows.isEmpty();
  }

  private static String in(TrinoName name, String view) {
    return TableName.quote(name.catalog()) + ".information_schema." + view;
  }

  private static String text(JsonArray row, int column) {
    return Optional.of(row.get(column)).map(Json::text).orElse("");
  }
}
