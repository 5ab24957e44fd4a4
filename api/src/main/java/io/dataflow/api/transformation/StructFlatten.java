package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.transformation.option.Delimiter;
import io.dataflow.api.transformation.option.FlatFields;

/// Puts the fields of nested objects side by side
/// (`docs/reference/transformation-structFlatten.md`). How deep objects may be and how much memory
/// their joined names take is bounded, because a small message can have names of any length.
@Doc(
    "Puts the fields of nested objects side by side, their names joined; arrays stay as they are,"
        + " empty objects vanish, and of equal names the last one counts.")
public record StructFlatten(
    @Doc("What stands between the names.") @Default("'.'") Delimiter delimiter)
    implements Transformation {
  private static final int DEPTH_MAX = 64;

  @Override
  public void apply(Message message, Emitter out) {
    message
        .json()
        .filter(StructFlatten::isNested)
        .ifPresent(body -> message.replace(flat((JsonObject) body)));
    out.emit(message);
  }

  private static boolean isNested(Json body) {
    if (body instanceof JsonObject object) {
      for (int i = 0; i < object.size(); i++) {
        if (object.value(i) instanceof JsonObject) {
          return true;
        }
      }
    }
    return false;
  }

  private JsonObject flat(JsonObject root) {
    var fields = new FlatFields(delimiter);
    add(root, 0, fields);
    return fields.object();
  }

  private static void add(JsonObject object, int depth, FlatFields fields) {
    var shape = object.shape();
    for (int i = 0; i < shape.size(); i++) {
      var name = shape.quotedName(i);
      var value = object.value(i);
      if (value instanceof JsonObject inner) {
        if (depth == DEPTH_MAX) {
          throw new RecordException(
              "objects are nested more than " + DEPTH_MAX + " deep. Take the deep ones out first.");
        }
        int before = fields.enter(name);
        add(inner, depth + 1, fields);
        fields.leave(before);
      } else if (!fields.add(name, value)) {
        throw new RecordException(
            "the joined names are too long, more than "
                + (FlatFields.NAMES_MAX >> 20)
                + " MiB together. Take the objects with long names out first.");
      }
    }
  }
}
