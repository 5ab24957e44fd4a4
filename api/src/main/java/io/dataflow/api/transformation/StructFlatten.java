package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.transformation.option.Delimiter;
import io.dataflow.api.transformation.option.FlatFields;
import java.util.ArrayDeque;

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
    var open = new ArrayDeque<Level>();
    open.push(new Level(root));
    while (!open.isEmpty()) {
      var level = open.peek();
      if (level.next == level.object.size()) {
        open.pop();
        fields.leave();
        continue;
      }
      int index = level.next++;
      var name = level.object.shape().quotedName(index);
      var value = level.object.value(index);
      if (value instanceof JsonObject object) {
        if (open.size() > DEPTH_MAX) {
          throw new RecordException(
              "objects are nested more than " + DEPTH_MAX + " deep. Take the deep ones out first.");
        }
        open.push(new Level(object));
        fields.enter(name);
      } else if (!fields.add(name, value)) {
        throw new RecordException(
            "the joined names are too long, more than "
                + (FlatFields.NAMES_MAX >> 20)
                + " MiB together. Take the objects with long names out first.");
      }
    }
    return fields.object();
  }

  private static final class Level {
    private final JsonObject object;
    private int next;

    Level(JsonObject object) {
      this.object = object;
    }
  }
}
