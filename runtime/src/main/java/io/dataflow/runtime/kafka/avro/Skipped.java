package io.dataflow.runtime.kafka.avro;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/// What the reader's schema has not: it is passed over, and looked at no less closely than what is
/// read.
final class Skipped {
  private final Map<Schema, Value> records = new IdentityHashMap<>();

  /// Passes over a value and writes nothing.
  Value of(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> (_, _) -> {};
      case BOOLEAN -> (in, _) -> in.readBoolean();
      case INT, ENUM -> (in, _) -> in.readInt();
      case LONG -> (in, _) -> in.readLong();
      case FLOAT -> (in, _) -> in.skip(Float.BYTES);
      case DOUBLE -> (in, _) -> in.skip(Double.BYTES);
      case STRING, BYTES -> (in, _) -> in.skip(in.readLength());
      case FIXED -> (in, _) -> in.skip(schema.getFixedSize());
      case ARRAY -> items(of(schema.getElementType()));
      case MAP -> items(entry(of(schema.getValueType())));
      case UNION -> Plan.union(schema.getTypes().stream().map(this::of).toList());
      case RECORD -> record(schema);
    };
  }

  private static Value entry(Value value) {
    return (in, out) -> {
      in.skip(in.readLength());
      value.read(in, out);
    };
  }

  private static Value items(Value item) {
    return (in, out) -> {
      in.enter();
      for (long count = in.readBlock(); count > 0; count = in.readBlock()) {
        for (long i = 0; i < count; i++) {
          int start = in.pos();
          item.read(in, out);
          in.item(start);
        }
      }
      in.leave();
    };
  }

  private Value record(Schema schema) {
    var known = records.get(schema);
    if (known != null) {
      return known;
    }
    var fields = new ArrayList<Value>();
    Value value =
        (in, out) -> {
          in.enter();
          for (var field : fields) {
            field.read(in, out);
          }
          in.leave();
        };
    records.put(schema, value);
    schema.getFields().forEach(field -> fields.add(of(field.schema())));
    return value;
  }
}
