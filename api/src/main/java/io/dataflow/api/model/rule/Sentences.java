package io.dataflow.api.model.rule;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FieldWords;
import io.dataflow.api.model.type.FlagType;
import io.dataflow.api.model.type.RecordModel;
import java.util.ArrayList;
import java.util.List;

/// What is said where fields do not go together: the same by `validate` and by the API server.
final class Sentences {
  private Sentences() {}

  static String together(Field there, Field missing, List<Field> all) {
    return "missing. `"
        + there.name()
        + "` needs it"
        + example(missing)
        + "; or leave "
        + (all.size() == 2 ? "both" : "all")
        + " out.";
  }

  static String oneOf(List<Field> fields) {
    var others = new ArrayList<String>();
    fields.getFirst().refKey().ifPresent(others::add);
    fields.stream().skip(1).map(Field::name).forEach(others::add);
    return FieldWords.lacking("missing", fields.getFirst(), others);
  }

  static String needs(Field key, List<String> at, Field needed, String because) {
    var asker = at.isEmpty() ? asked(key) + " needs it" : at(key, at, " and ") + verb(at);
    return "missing. "
        + asker
        + (because.isEmpty() ? "" : ", because " + because)
        + ". Give it"
        + parts(needed)
        + example(needed)
        + (at.isEmpty() ? ", or remove `" : ", or change `")
        + key.name()
        + "`.";
  }

  private static String verb(List<String> at) {
    return at.size() == 1 ? " needs it" : " need it";
  }

  static String notWith(Field with, List<String> at) {
    return "not possible with "
        + at(with, at, " or ")
        + ". Remove it, or leave `"
        + with.name()
        + "` out.";
  }

  static String onlyWith(List<Field> others) {
    var names = others.stream().map(Sentences::asked).toList();
    return "has no effect without "
        + String.join(" and ", names)
        + ". Add "
        + (names.size() == 1 ? "that" : "them")
        + " or remove it.";
  }

  private static String asked(Field field) {
    return "`" + field.name() + (field.type() instanceof FlagType ? ": true`" : "`");
  }

  /// `securityProtocol: SSL` or `SASL_SSL`.
  private static String at(Field key, List<String> at, String between) {
    var words = new ArrayList<>(at.stream().map(word -> "`" + word + "`").toList());
    words.set(0, "`" + key.name() + ": " + at.getFirst() + "`");
    return String.join(between, words);
  }

  /// The keys that an object must have.
  private static String parts(Field field) {
    if (!(field.type() instanceof RecordModel record)) {
      return "";
    }
    var required = record.fields().stream().filter(Field::required).map(Field::name).toList();
    return required.isEmpty() ? "" : " with " + Words.list(required).replace("`, `", "` and `");
  }

  private static String example(Field field) {
    return field.example().isEmpty() ? "" : ", for example `" + field.example() + "`";
  }
}
