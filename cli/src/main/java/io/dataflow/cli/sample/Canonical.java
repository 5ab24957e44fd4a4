package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One text for all spellings of the same JSON: blanks, escapes and the order of fields do not
/// count, every digit of a number does.
final class Canonical {
  private Canonical() {}

  static String of(Json json) {
    return switch (json) {
      case JsonScalar scalar -> of(scalar);
      case JsonArray array ->
          IntStream.range(0, array.size())
              .mapToObj(i -> of(array.get(i)))
              .collect(Collectors.joining(",", "[", "]"));
      case JsonObject object -> of(object);
    };
  }

  private static String of(JsonScalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> JsonScalar.of(scalar.text()).toString();
      case NUMBER, BOOLEAN, NULL -> scalar.toString();
    };
  }

  private static String of(JsonObject object) {
    var fields = new TreeMap<String, String>();
    for (int i = 0; i < object.size(); i++) {
      fields.put(object.shape().name(i), of(object.value(i)));
    }
    return fields.entrySet().stream()
        .map(field -> JsonScalar.of(field.getKey()) + ":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
