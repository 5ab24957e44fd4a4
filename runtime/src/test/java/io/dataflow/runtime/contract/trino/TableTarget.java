package io.dataflow.runtime.contract.trino;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.JsonText;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.sink.SinkTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table that a sink writes.
///
/// @param name as messages and manifests have it
/// @param quoted for statements
/// @param config as in the manifest
/// @param fields that it was made for; their names are those of the records
/// @param order of its rows; none where they stay as they were written
record TableTarget(String name, String quoted, String config, List<Field> fields, String order)
    implements SinkTarget {

  @Override
  public List<StoredRecord> records() {
    var columns = TrinoSite.columns(quoted);
    return TrinoSite.rows("SELECT * FROM " + quoted + " " + order).stream()
        .map(row -> new StoredRecord(object(columns, row)))
        .toList();
  }

  private byte[] object(List<String> columns, JsonArray row) {
    var names = new ArrayList<byte[]>();
    var values = new ArrayList<Json>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(JsonText.quoted(name(columns.get(i))));
      values.add(value(columns.get(i), row.get(i)));
    }
    return JsonObject.of(names, values).toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Trino's names know no upper case; records' names do.
  private String name(String column) {
    return fields.stream()
        .map(Field::name)
        .filter(field -> TrinoSite.lower(field).equals(column))
        .findFirst()
        .orElse(column);
  }

  private Json value(String column, Json value) {
    boolean json =
        fields.stream()
            .filter(field -> TrinoSite.lower(field.name()).equals(column))
            .anyMatch(
                field -> field.kind() == Field.Kind.DECIMAL || field.kind() == Field.Kind.DOCUMENT);
    if (!(value instanceof JsonScalar scalar) || scalar.toString().equals("null")) {
      return value;
    }
    var text = scalar.text();
    if (json) {
      return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
    return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:.* UTC")
        ? JsonScalar.of(text.replace(" UTC", "Z").replace(' ', 'T'))
        : value;
  }

  @Override
  public List<Integer> ids() {
    return TrinoSite.rows("SELECT id FROM " + quoted + " " + order).stream()
        .map(row -> Integer.valueOf(row.get(0).text()))
        .toList();
  }
}
