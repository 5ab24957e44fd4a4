package io.dataflow.api.model.rule;

import io.dataflow.api.model.type.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
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

  /// The record itself, or the one of this type whose keys stand among its own.
  Object part(Class<?> type) {
    return type.isInstance(record)
        ? record
        : Arrays.stream(record.getClass().getRecordComponents())
            .filter(component -> type.isAssignableFrom(component.getType()))
            .map(component -> value(component.getAccessor()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no " + type + " in " + record.getClass()));
  }

  private Object value(Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException("a record's component can always be read", e);
    }
  }

  Object of(Field field) {
    return byName.get(field.name());
  }
}
