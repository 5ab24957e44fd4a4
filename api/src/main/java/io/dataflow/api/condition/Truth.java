package io.dataflow.api.condition;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.TextForm;

/// Which values count as true (`docs/conditions-and-paths.md`): a boolean as it is; a text unless
/// it is empty or `false`; a number unless it is nought; objects and arrays, empty ones too; never
/// null.
final class Truth {
  private static final TextForm FALSE = TextForm.of("false");

  private Truth() {}

  static boolean of(Json value) {
    return switch (value) {
      case JsonObject _, JsonArray _ -> true;
      case JsonScalar scalar ->
          switch (scalar.kind()) {
            case BOOLEAN -> scalar.isTrue();
            case NULL -> false;
            case NUMBER -> !scalar.isZero();
            case STRING -> {
              var form = TextForm.of(scalar);
              yield !form.isEmpty() && !form.sameAs(FALSE);
            }
          };
    };
  }
}
