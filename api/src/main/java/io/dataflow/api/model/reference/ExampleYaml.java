package io.dataflow.api.model.reference;

import io.dataflow.api.model.rule.OneOf;
import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The shortest sensible YAML of a record, made of its fields' own examples: what must be there, or
/// some of what may be there when nothing must.
public final class ExampleYaml {
  private ExampleYaml() {}

  /// The keys of a record.
  static List<String> of(RecordModel record) {
    var required =
        record.fields().stream()
            .filter(field -> isWorthShowing(field) || isFirstOfSeveral(record, field))
            .flatMap(ExampleYaml::of)
            .toList();
    return required.isEmpty()
        ? record.fields().stream()
            .filter(field -> field.fallback().isPresent())
            .flatMap(ExampleYaml::of)
            .toList()
        : required;
  }

  /// `type` and `config`.
  public static List<String> of(String type, RecordModel record) {
    var lines = new ArrayList<>(List.of("type: " + type));
    var config = of(record);
    if (!config.isEmpty()) {
      lines.add("config:");
      lines.addAll(indented(config));
    }
    return lines;
  }

  private static boolean isWorthShowing(Field field) {
    return field.required() || field.refKey().isPresent() && !field.example().isEmpty();
  }

  /// Whether it is what is asked for when one of several fields must be there.
  private static boolean isFirstOfSeveral(RecordModel record, Field field) {
    return Stream.of(record.type().getAnnotationsByType(OneOf.class))
        .anyMatch(oneOf -> oneOf.value()[0].equals(field.name()));
  }

  private static Stream<String> of(Field field) {
    if (field.refKey().isPresent()
        && field.type() instanceof ScalarType scalar
        && scalar.isSecret()) {
      var ref = String.join(", ", of(RecordModel.of(SecretRef.class)));
      return Stream.of(field.refKey().get() + ": {" + ref + "}");
    }
    if (field.inline()) {
      return of(field.type()).stream();
    }
    var text =
        field
            .constant()
            .or(() -> field.example().isEmpty() ? field.fallback() : Optional.of(field.example()));
    if (text.isPresent()) {
      return Stream.of(field.name() + ": " + text.get());
    }
    return Stream.concat(Stream.of(field.name() + ":"), indented(of(field.type())).stream());
  }

  private static List<String> of(ValueType type) {
    return switch (type) {
      case RecordModel record -> of(record);
      case ChoiceModel choice -> {
        var name = choice.names().iterator().next();
        yield of(name, choice.model(name).orElseThrow());
      }
      case ListType list -> item(of(list.item()));
      case ScalarType scalar -> List.of(scalar.example());
      default -> List.of("{}");
    };
  }

  /// The lines of a list's only item.
  static List<String> item(List<String> lines) {
    var item = new ArrayList<String>();
    for (var line : lines) {
      item.add((item.isEmpty() ? "- " : "  ") + line);
    }
    return item;
  }

  static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }
}
