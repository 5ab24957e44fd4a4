package io.dataflow.api.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/// What the value of a field may be.
public sealed interface ValueType
    permits ScalarType, ListType, MapType, RecordModel, ChoiceModel, OpaqueType {

  /// What it wants, in words for a person: `text`, `a list`.
  String wanted();

  /// The type of a record's component, without its `Optional`.
  static ValueType of(RecordComponent component, Type type) {
    var kubernetes = component.getAnnotation(Kubernetes.class);
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == List.class) {
        return new ListType(
            of(component, generic.getActualTypeArguments()[0]),
            component.isAnnotationPresent(NotEmpty.class));
      }
      if (generic.getRawType() == Map.class) {
        return kubernetes != null
            ? new OpaqueType(KubernetesType.of(kubernetes.value()))
            : new MapType(of(component, generic.getActualTypeArguments()[1]));
      }
    }
    if (type instanceof Class<?> plain) {
      var range = component.getAnnotation(Range.class);
      return ScalarType.of(plain)
          .<ValueType>map(
              scalar ->
                  range != null && scalar instanceof WholeType whole
                      ? whole.within(range.min(), range.max())
                      : scalar)
          .orElseGet(() -> structure(plain));
    }
    throw new IllegalArgumentException("no field of a manifest can be a " + type);
  }

  private static ValueType structure(Class<?> type) {
    if (type.isRecord()) {
      return RecordModel.of(type);
    }
    if (type.isSealed()) {
      return ChoiceModel.of(type);
    }
    throw new IllegalArgumentException("no field of a manifest can be a " + type.getName());
  }
}
