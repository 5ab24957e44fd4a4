package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.util.List;

/// Tuple: an array, or an object where its elements have names.
///
/// @param names of its elements; none when they have none
record TupleEncoder(List<String> names, List<ValueEncoder> elements) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (!JsonValue.isContainer(json, start)) {
      throw new RecordException("the value is neither an array nor an object");
    }
    switch (JsonValue.parsed(json, start, end)) {
      case JsonArray array when array.size() == elements.size() -> {
        for (int i = 0; i < elements.size(); i++) {
          elements.get(i).encode(array.get(i), out);
        }
      }
      case JsonObject object when !names.isEmpty() -> encode(object, out);
      default -> throw new RecordException("the value has not the tuple's elements");
    }
  }

  private void encode(JsonObject object, Bytes out) {
    int found = 0;
    for (int i = 0; i < elements.size(); i++) {
      var value = object.get(names.get(i));
      if (value.isPresent()) {
        found++;
        elements.get(i).encode(value.get(), out);
      } else {
        elements.get(i).encodeNull(out);
      }
    }
    if (found < object.size()) {
      throw new RecordException("the object has a field that the tuple has not");
    }
  }
}
