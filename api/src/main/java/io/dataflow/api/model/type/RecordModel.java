package io.dataflow.api.model.type;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Ignored;
import io.dataflow.api.model.Later;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that is known of a record: its keys in the order of the Java source, and its words. This is
/// the one place where they are read; validation, binding, schema and reference are made from it.
public final class RecordModel implements ValueType {
  private static final ClassValue<RecordModel> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordModel computeValue(Class<?> type) {
          return new RecordModel(type);
        }
      };

  private final Class<?> type;
  private volatile Contents contents;

  private RecordModel(Class<?> type) {
    this.type = type;
  }

  /// The model of a record class, one for all who ask.
  public static RecordModel of(Class<?> type) {
    return KNOWN.get(type);
  }

  /// What takes time to read, and is read when it is first needed: most flows have no
  /// `maintenance`.
  private Contents contents() {
    if (contents == null) {
      var components = type.getRecordComponents();
      var parts = Arrays.stream(components).map(RecordPart::of).toList();
      var fields = parts.stream().flatMap(part -> part.fields().stream()).toList();
      var keys = fields.stream().flatMap(field -> field.keys().stream()).toList();
      contents = new Contents(parts, fields, keys, canonical(type, components));
    }
    return contents;
  }

  private record Contents(
      List<RecordPart> parts, List<Field> fields, List<String> keys, Constructor<?> constructor) {}

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
    var parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record always has its canonical constructor", e);
    }
  }

  /// The record class.
  public Class<?> type() {
    return type;
  }

  /// What the record is for.
  public String doc() {
    return Optional.ofNullable(type.getAnnotation(Doc.class)).map(Doc::value).orElse("");
  }

  /// The records whose keys stand among this one's.
  public List<RecordModel> inlined() {
    return contents().parts().stream().flatMap(part -> part.inlined().stream()).toList();
  }

  /// The fields, those of inlined records among them.
  public List<Field> fields() {
    return contents().fields();
  }

  /// All keys that a manifest may have there, those for Secrets included.
  public List<String> keys() {
    return contents().keys();
  }

  /// Keys that the documented system has and this version lacks.
  public List<String> later() {
    return Optional.ofNullable(type.getAnnotation(Later.class))
        .map(later -> List.of(later.value()))
        .orElse(List.of());
  }

  /// Those of [#later] that hold objects.
  public List<String> laterObjects() {
    return Optional.ofNullable(type.getAnnotation(Later.class))
        .map(later -> List.of(later.objects()))
        .orElse(List.of());
  }

  /// Whether the key is none of the record's, and no mistake all the same.
  public boolean ignores(String key) {
    return Stream.ofNullable(type.getAnnotation(Ignored.class))
        .anyMatch(it -> it.value().length == 0 || List.of(it.value()).contains(key));
  }

  /// The names of such keys, as far as they are known.
  public List<String> ignored() {
    return Optional.ofNullable(type.getAnnotation(Ignored.class))
        .map(it -> List.of(it.value()))
        .orElse(List.of());
  }

  /// Whether any key at all is allowed.
  public boolean isOpen() {
    return Stream.ofNullable(type.getAnnotation(Ignored.class))
        .anyMatch(it -> it.value().length == 0);
  }

  /// A record of these values, one for each field in its order.
  public Object create(Object[] arguments) {
    var components = new ArrayList<>();
    int next = 0;
    for (var part : contents().parts()) {
      int end = next + part.fields().size();
      components.add(part.value(Arrays.copyOfRange(arguments, next, end)));
      next = end;
    }
    try {
      return contents().constructor().newInstance(components.toArray());
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("a record of the model refuses values that are right", e);
    }
  }

  @Override
  public String wanted() {
    return "an object";
  }
}
