package io.dataflow.api.model.type;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.KeyedBy;
import io.dataflow.api.model.Kubernetes;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.secret.Options;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/// What the value of a field may be.
public sealed interface ValueType
    permits ScalarType,
        ListType,
        MapType,
        RecordModel,
        ChoiceModel,
        OpaqueType,
        ValueType.OptionsType {

  /// What it wants, in words for a person: `text`, `a list`.
  String wanted();

  /// The type of a record's component, without its `Optional`.
  static ValueType of(RecordComponent component, Type type) {
    return of(component, type, true);
  }

  private static ValueType of(RecordComponent component, Type type, boolean whole) {
    var kubernetes = component.getAnnotation(Kubernetes.class);
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == List.class) {
        return new ListType(
            of(component, generic.getActualTypeArguments()[0], false),
            component.isAnnotationPresent(NotEmpty.class),
            most(component, Bounds.ITEMS),
            keyOf(component));
      }
      if (generic.getRawType() == Map.class) {
        return kubernetes != null
            ? new OpaqueType(KubernetesType.of(kubernetes.value()))
            : new MapType(
                key(component, generic.getActualTypeArguments()[0]),
                of(component, generic.getActualTypeArguments()[1], false),
                component.isAnnotationPresent(NotEmpty.class),
                most(component, Bounds.KEYS));
      }
    }
    if (type == Options.class) {
      return new OptionsType();
    }
    if (type instanceof Class<?> plain) {
      return ScalarType.of(plain)
          .<ValueType>map(scalar -> bounded(component, scalar, whole))
          .orElseGet(() -> structure(plain));
    }
    throw new IllegalArgumentException("no field of a manifest can be a " + type);
  }

  private static ScalarType key(RecordComponent component, Type type) {
    if (of(component, type, false) instanceof ScalarType scalar) {
      return scalar;
    }
    throw new IllegalArgumentException("no key of a manifest can be a " + type);
  }

  /// @param whole the scalar is the component's value, and not an item of it
  private static ScalarType bounded(RecordComponent component, ScalarType scalar, boolean whole) {
    var range = component.getAnnotation(Range.class);
    if (range != null && scalar instanceof WholeType number) {
      return number.within(range.min(), range.max());
    }
    return whole ? scalar.within(most(component, scalar.longest())) : scalar;
  }

  private static int most(RecordComponent component, int otherwise) {
    var most = component.getAnnotation(AtMost.class);
    return most == null ? otherwise : most.value();
  }

  private static String keyOf(RecordComponent component) {
    var key = component.getAnnotation(KeyedBy.class);
    return key == null ? "" : key.value();
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

  /// An object with keys of another system: texts, numbers and flags, and references to Secrets as
  /// `<key>SecretRef`.
  record OptionsType() implements ValueType {
    /// What the key of a reference ends with.
    public static final String REFERENCE = "SecretRef";

    @Override
    public String wanted() {
      return "an object";
    }
  }
}
