package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.util.List;
import java.util.Locale;

/// array, map and row. A row is an array in the statement, because Trino would drop a field whose
/// name it writes in another case.
///
/// @param kind `array`, `map` or `row`
/// @param names of a row's fields, in lower case
/// @param forms of the elements, of the values, or of the fields
record TrinoNested(String kind, List<String> names, List<TrinoEncoder> forms)
    implements TrinoEncoder {

  static TrinoNested of(TypeText type) {
    var forms = type.name().equals("row") ? type.fieldTypes() : type.arguments();
    return new TrinoNested(
        type.name(),
        type.name().equals("row")
            ? type.fieldNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList()
            : List.of(),
        forms.stream().map(TrinoNested::form).toList());
  }

  private static TrinoEncoder form(String type) {
    // Inside of others a json is what it is.
    return type.equals("json") ? new TrinoDocument() : TrinoType.of(type).encoder();
  }

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    var value = JsonValue.parsed(json, start, end);
    if (kind.equals("array") && value instanceof JsonArray array) {
      elements(array, out);
    } else if (kind.equals("map") && value instanceof JsonObject object) {
      entries(object, out);
    } else if (kind.equals("row") && value instanceof JsonObject object) {
      fields(object, out);
    } else {
      throw TrinoEncoder.wrong(
          kind.equals("array") ? "the value is no array" : "the value is no object");
    }
  }

  private void elements(JsonArray array, Bytes out) {
    out.put('[');
    for (int i = 0; i < array.size(); i++) {
      separate(i, out);
      put(forms.getFirst(), array.get(i), out);
    }
    out.put(']');
  }

  private void entries(JsonObject object, Bytes out) {
    out.put('{');
    for (int i = 0; i < object.size(); i++) {
      separate(i, out);
      out.put(object.shape().quotedName(i));
      out.put(':');
      put(forms.getLast(), object.value(i), out);
    }
    out.put('}');
  }

  private void fields(JsonObject object, Bytes out) {
    var values = new Json[names.size()];
    for (int i = 0; i < object.size(); i++) {
      int place = names.indexOf(object.shape().name(i).toLowerCase(Locale.ROOT));
      if (place < 0) {
        throw TrinoEncoder.wrong("the object has a field that the row has none for");
      }
      values[place] = object.value(i);
    }
    out.put('[');
    for (int i = 0; i < values.length; i++) {
      separate(i, out);
      put(forms.get(i), values[i] == null ? JsonScalar.NULL : values[i], out);
    }
    out.put(']');
  }

  private static void separate(int number, Bytes out) {
    if (number > 0) {
      out.put(',');
    }
  }

  private static void put(TrinoEncoder form, Json value, Bytes out) {
    if (value instanceof JsonScalar scalar && scalar.kind() == ScalarKind.NULL) {
      out.put("null");
      return;
    }
    var bytes = new Bytes(64);
    value.writeTo(bytes);
    form.encode(bytes.array(), 0, bytes.size(), out);
  }
}
