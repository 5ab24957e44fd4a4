package io.dataflow.api.model.type;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is known of a sealed interface: in YAML an object whose `type` names one of its records
/// and whose `config` holds that record's keys.
public final class ChoiceModel implements ValueType {
  /// The keys of such an object.
  public static final List<String> KEYS = List.of("type", "config");

  private static final ClassValue<ChoiceModel> KNOWN =
      new ClassValue<>() {
        @Override
        protected ChoiceModel computeValue(Class<?> type) {
          return new ChoiceModel(type);
        }
      };

  private final Class<?> type;
  private final Map<String, Class<?>> records = new LinkedHashMap<>();

  private ChoiceModel(Class<?> type) {
    this.type = type;
    add(type);
  }

  /// Some of them may stand together under an interface of their own.
  private void add(Class<?> permitting) {
    for (var permitted : permitting.getPermittedSubclasses()) {
      if (permitted.isInterface()) {
        add(permitted);
      } else {
        records.put(name(type, permitted), permitted);
      }
    }
  }

  /// The model of a sealed interface, read once; its records are read when somebody asks for them.
  public static ChoiceModel of(Class<?> type) {
    return KNOWN.get(type);
  }

  /// The name in YAML of one of a sealed interface's records: `kafka` for `KafkaSource`.
  public static String name(Class<?> type, Class<?> record) {
    var name = record.getAnnotation(Name.class);
    if (name != null) {
      return name.value();
    }
    var simple = record.getSimpleName();
    if (simple.endsWith(type.getSimpleName())) {
      simple = simple.substring(0, simple.length() - type.getSimpleName().length());
    }
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }

  /// The sealed interface.
  public Class<?> type() {
    return type;
  }

  /// The names of the types.
  public Collection<String> names() {
    return records.keySet();
  }

  /// The record of a type.
  public Optional<RecordModel> model(String name) {
    return Optional.ofNullable(records.get(name)).map(RecordModel::of);
  }

  /// What the choice is for.
  public String doc() {
    return Optional.ofNullable(type.getAnnotation(Doc.class)).map(Doc::value).orElse("");
  }

  /// Types that the documented system has and this version lacks.
  public List<String> later() {
    return List.copyOf(LaterTypes.of(type).keySet());
  }

  /// Keys in the `config` of those types that no type of this version has.
  public List<String> laterKeys() {
    return LaterTypes.of(type).values().stream().flatMap(List::stream).distinct().toList();
  }

  @Override
  public String wanted() {
    return "an object";
  }
}
