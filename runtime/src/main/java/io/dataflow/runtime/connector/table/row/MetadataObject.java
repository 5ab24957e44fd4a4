package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.message.Metadata;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Map;

/// What is known of a message as an object to store: whole numbers stay numbers, moments are ISO
/// 8601 in UTC with milliseconds, maps are objects.
final class MetadataObject {
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private MetadataObject() {}

  static JsonObject of(Metadata metadata) {
    return of(metadata.asMap());
  }

  private static JsonObject of(Map<?, ?> entries) {
    var names = new ArrayList<byte[]>(entries.size());
    var values = new ArrayList<Json>(entries.size());
    entries.forEach(
        (name, value) -> {
          names.add(JsonText.quoted(name.toString()));
          values.add(value(value));
        });
    return JsonObject.of(names, values);
  }

  private static Json value(Object value) {
    return switch (value) {
      case Long number -> JsonScalar.of(number);
      case Integer number -> JsonScalar.of(number);
      case Boolean truth -> truth ? JsonScalar.TRUE : JsonScalar.FALSE;
      case Instant moment -> JsonScalar.of(MILLISECONDS.format(moment));
      case Map<?, ?> map -> of(map);
      default -> JsonScalar.of(value.toString());
    };
  }
}
