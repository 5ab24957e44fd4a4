package io.dataflow.api.condition;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Collection;
import java.util.Map;

/// A value of the metadata as JSON, so that conditions treat it as they treat fields.
final class MetadataJson {
  private MetadataJson() {}

  static Json of(Object value) {
    return switch (value) {
      case Boolean bool -> bool ? JsonScalar.TRUE : JsonScalar.FALSE;
      case Long number -> JsonScalar.of(number);
      case Integer number -> JsonScalar.of(number);
      case Map<?, ?> map -> {
        var object = JsonObject.empty();
        map.forEach((key, inner) -> object.put(key.toString(), of(inner)));
        yield object;
      }
      case Collection<?> all -> JsonArray.of(all.stream().map(MetadataJson::of).toList());
      case null -> JsonScalar.NULL;
      case Object other -> JsonScalar.of(other.toString());
    };
  }
}
