package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;

/// Arrays and maps, each of them as one block.
final class ContainerEncodings {
  private ContainerEncodings() {}

  static Encoding array(Encoding item) {
    return new Encoding() {
      @Override
      public boolean write(Json value, AvroOutput out) {
        if (!(value instanceof JsonArray array)) {
          return false;
        }
        out.enter();
        writeItems(array, item, out);
        out.leave();
        return true;
      }

      @Override
      public String wanted() {
        return "an array";
      }
    };
  }

  private static void writeItems(JsonArray array, Encoding item, AvroOutput out) {
    int size = array.size();
    if (size > 0) {
      out.writeLong(size);
    }
    for (int i = 0; i < size; i++) {
      try {
        item.require(array.get(i), out);
      } catch (AvroMisfit e) {
        throw e.inside("[" + i + "]");
      }
    }
    out.writeLong(0);
  }

  static Encoding map(Encoding value) {
    return new Encoding() {
      @Override
      public boolean write(Json object, AvroOutput out) {
        if (!(object instanceof JsonObject map)) {
          return false;
        }
        out.enter();
        writeEntries(map, value, out);
        out.leave();
        return true;
      }

      @Override
      public String wanted() {
        return "an object";
      }
    };
  }

  private static void writeEntries(JsonObject map, Encoding value, AvroOutput out) {
    var shape = map.shape();
    if (shape.size() > 0) {
      out.writeLong(shape.size());
    }
    for (int i = 0; i < shape.size(); i++) {
      var name = shape.quotedName(i);
      try {
        if (!TextEncodings.write(name, 1, name.length - 1, out)) {
          throw new AvroMisfit("has a key that UTF-8 cannot write");
        }
        value.require(map.value(i), out);
      } catch (AvroMisfit e) {
        // The keys of a map are as much the record's own as its values.
        throw e.inside(".*");
      }
    }
    out.writeLong(0);
  }
}
