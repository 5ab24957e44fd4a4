package io.dataflow.api.model.type;

import io.dataflow.api.model.problem.Words;
import java.util.List;

/// What is said of a field that is not there, made from what the model says of it.
public final class FieldWords {
  private FieldWords() {}

  /// What is said of a required field that is not there, or has nothing in it.
  public static String lacking(String how, Field field) {
    return lacking(how, field, field.refKey().stream().toList());
  }

  /// The same, where it can be given by other keys as well.
  ///
  /// @param others those keys, the one that takes it from a Secret among them
  public static String lacking(String how, Field field, List<String> others) {
    if (field.constant().isPresent()) {
      return how + ". Write `" + field.name() + ": " + field.constant().get() + "`.";
    }
    var words = new StringBuilder(how).append(". ").append(withoutStop(field.doc()));
    switch (field.type()) {
      case ChoiceModel choice ->
          words
              .append(": `type`, one of ")
              .append(Words.list(choice.names()))
              .append(", and `config`");
      case RecordModel record ->
          words.append(": an object with ").append(Words.list(record.keys()));
      case ScalarType _, ListType _, MapType _, OpaqueType _, ValueType.OptionsType _ -> {
        if (!field.example().isEmpty()) {
          words.append(", for example `").append(field.example()).append('`');
        }
      }
    }
    return words.append(alternatives(others)).append('.').toString();
  }

  private static String alternatives(List<String> others) {
    return others.isEmpty() ? "" : "; or give `" + String.join("` or `", others) + "`";
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
