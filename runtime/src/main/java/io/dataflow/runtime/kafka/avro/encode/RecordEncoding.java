package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A record of an object's fields. Where its fields are in an object is worked out once for the
/// objects of one shape that follow each other.
final class RecordEncoding implements Encoding {
  private static final int NOWHERE = -1;

  private record Field(String name, Encoding encoding, Optional<byte[]> otherwise) {}

  private final String name;
  private final boolean unwraps;
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private Optional<Shape> shape = Optional.empty();
  private int[] places = {};

  /// @param unwraps whether a list may stand for it, which is its only field then
  RecordEncoding(String name, boolean unwraps) {
    this.name = name;
    this.unwraps = unwraps;
  }

  /// Adds the next field, which a record that contains itself cannot have from the beginning.
  ///
  /// @param otherwise what is written when an object does not have it
  void add(String field, Encoding encoding, Optional<byte[]> otherwise) {
    byName.put(field, fields.size());
    fields.add(new Field(field, encoding, otherwise));
  }

  @Override
  public boolean write(Json value, AvroOutput out) {
    return switch (value) {
      case JsonObject object -> {
        out.enter();
        writeFields(object, out);
        out.leave();
        yield true;
      }
      case JsonArray list when unwraps -> {
        out.enter();
        writeField(fields.getFirst(), list, out);
        out.leave();
        yield true;
      }
      default -> false;
    };
  }

  private void writeFields(JsonObject object, AvroOutput out) {
    int[] found = places(object.shape());
    for (int i = 0; i < found.length; i++) {
      var field = fields.get(i);
      if (found[i] == NOWHERE) {
        out.write(field.otherwise().orElseThrow());
      } else {
        writeField(field, object.value(found[i]), out);
      }
    }
  }

  private static void writeField(Field field, Json value, AvroOutput out) {
    try {
      field.encoding().require(value, out);
    } catch (AvroMisfit e) {
      throw e.insideField(field.name());
    }
  }

  /// Where each field is in objects of the shape.
  private int[] places(Shape of) {
    if (shape.isPresent() && shape.get() == of) {
      return places;
    }
    var found = new int[fields.size()];
    Arrays.fill(found, NOWHERE);
    for (int i = 0; i < of.size(); i++) {
      var field = byName.get(of.name(i));
      if (field == null) {
        throw new AvroMisfit("is no field of `" + name + "` in the schema").insideField(of.name(i));
      }
      found[field] = i;
    }
    for (int i = 0; i < found.length; i++) {
      if (found[i] == NOWHERE && fields.get(i).otherwise().isEmpty()) {
        throw new AvroMisfit("is missing, and the schema has no default for it")
            .insideField(fields.get(i).name());
      }
    }
    shape = Optional.of(of);
    places = found;
    return found;
  }

  @Override
  public boolean resembles(Json value) {
    if (!(value instanceof JsonObject object)) {
      return true;
    }
    try {
      places(object.shape());
      return true;
    } catch (AvroMisfit e) {
      return false;
    }
  }

  @Override
  public String wanted() {
    return unwraps ? "an array" : "an object (`" + name + "`)";
  }
}
