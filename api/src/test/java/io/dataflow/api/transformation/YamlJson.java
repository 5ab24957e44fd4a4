package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;

/// The JSON that a value of a case means; numbers keep their text.
final class YamlJson {
  private YamlJson() {}

  static Json of(Yaml yaml) {
    return switch (yaml) {
      case YamlObject object -> {
        var json = JsonObject.empty();
        object.fields().forEach((name, value) -> json.put(name, of(value)));
        yield json;
      }
      case YamlList list -> JsonArray.of(list.items().stream().map(YamlJson::of).toList());
      case YamlScalar scalar ->
          switch (scalar.kind()) {
            case NOTHING -> JsonScalar.NULL;
            case FLAG -> scalar.text().equals("true") ? JsonScalar.TRUE : JsonScalar.FALSE;
            case WHOLE, FRACTION -> Json.parse(scalar.text().getBytes(StandardCharsets.UTF_8));
            case TEXT -> JsonScalar.of(scalar.text());
          };
    };
  }
}
