package io.dataflow.api.model.type;

import io.dataflow.api.model.Inline;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/// What one component of a record is in a manifest: a field, or the fields of a whole record whose
/// keys stand among the others.
///
/// @param inlined that record
record RecordPart(List<Field> fields, Optional<RecordModel> inlined) {
  static RecordPart of(RecordComponent component) {
    if (component.isAnnotationPresent(Inline.class) && component.getType().isRecord()) {
      var below = RecordModel.of(component.getType());
      return new RecordPart(below.fields(), Optional.of(below));
    }
    return new RecordPart(List.of(Field.of(component)), Optional.empty());
  }

  /// The component's value, made of those of its fields.
  Object value(Object[] values) {
    return inlined.map(record -> record.create(values)).orElseGet(() -> values[0]);
  }
}
