package io.dataflow.api.model.crd;

import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.OpaqueType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.type.ValueType.OptionsType;
import java.util.ArrayDeque;
import java.util.Deque;

/// Records that hold themselves, directly or by others: the API server knows no references, so a
/// definition of them would have no end.
final class Endless {
  private final Deque<Class<?>> above = new ArrayDeque<>();

  private Endless() {}

  /// @throws IllegalStateException when there is one
  static void refuse(RecordModel record) {
    new Endless().enter(record);
  }

  private void enter(ValueType type) {
    switch (type) {
      case RecordModel record -> enter(record);
      case ChoiceModel choice ->
          choice.names().forEach(name -> enter(choice.model(name).orElseThrow()));
      case ListType list -> enter(list.item());
      case MapType map -> enter(map.value());
      case OpaqueType _, OptionsType _, ScalarType _ -> {
        // Nothing is below it.
      }
    }
  }

  private void enter(RecordModel record) {
    if (above.contains(record.type())) {
      throw new IllegalStateException(
          record.type().getName() + " is below itself, so its definition would have no end");
    }
    above.push(record.type());
    record.fields().forEach(field -> enter(field.type()));
    above.pop();
  }
}
