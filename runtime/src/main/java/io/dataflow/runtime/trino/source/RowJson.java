package io.dataflow.runtime.trino.source;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.runtime.connector.polling.Row;
import io.dataflow.runtime.trino.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes rows of what a statement has brought.
final class RowJson {
  private final List<byte[]> names = new ArrayList<>();
  private final List<ProtocolValue> forms = new ArrayList<>();
  private final int texts;
  private final Bytes out = new Bytes(1 << 10);

  /// @param columns of the statement
  /// @param texts how many of the last ones are values of the cursor's columns
  RowJson(List<ResultColumn> columns, int texts) {
    this.texts = texts;
    for (var column : columns.subList(0, columns.size() - texts)) {
      names.add(JsonText.quoted(column.name()));
      forms.add(ProtocolValue.of(column.type()));
    }
  }

  Row row(JsonArray values) {
    out.clear();
    out.put('{');
    for (int i = 0; i < forms.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      out.put(names.get(i));
      out.put(':');
      ProtocolValue.put(forms.get(i), values.get(i), out);
    }
    out.put('}');
    return new Row(out.toByteArray(), text(values, 0), text(values, 1));
  }

  private Optional<String> text(JsonArray values, int number) {
    if (number >= texts) {
      return Optional.empty();
    }
    Json value = values.get(forms.size() + number);
    return value instanceof JsonScalar scalar && scalar.kind() == ScalarKind.NULL
        ? Optional.empty()
        : Optional.of(value.text());
  }
}
