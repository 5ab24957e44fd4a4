package io.dataflow.api.model.rule;

import io.dataflow.api.model.type.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A record that has been read, with the values of its fields.
///
/// @param byName what each field holds, an `Optional` where the component is one
public record Values(Object record, Map<String, Object> byName) {
  /// The values of a record, in the order of its components.
  public static Values of(Object record, List<Field> fields, List<?> arguments) {
    var values = new HashMap<String, Object>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).name(), arguments.get(i));
    }
    return new Values(record, values);
  }

  Object of(Field field) {
    return byName.get(field.name());
  }
}
